import { deleteUsers, type Handler } from "@segment-iam/client";
import { settle, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it } from "vitest";
import { exchangeOf, write } from "../test-utils/exchange.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { rateLimit, type RateLimitOptions } from "./rate-limit.ts";

const { limit: _, ...raw } = write;

/** A limiter whose first call, whose descriptor states no limit, is answered with this, and the others with a success. */
async function startRaw(first: Response | Promise<Response>, options: RateLimitOptions = {}) {
  const clock = new VirtualClock();
  const answers = [first];
  const sentAtMs: number[] = [];
  const handler: Handler = async () => {
    sentAtMs.push(clock.now());
    return answers.shift() ?? success();
  };
  const limiter = rateLimit({ clock, ...options });
  const limited = limiter(handler);
  void limited(exchangeOf(raw));
  await settle();
  return { clock, limiter, sentAtMs, call: () => limited(exchangeOf(write)) };
}

it("holds for an operation whose first call was a raw one, where answers tell no figures", async () => {
  const clock = new VirtualClock();
  const limiter = rateLimit({ clock });
  let sent = 0;
  const iam = fakeClient(() => {
    sent += 1;
    return success();
  }, [limiter]);
  await iam.DELETE("/users", { params: { query: { userIds: ["a"] } } });
  expect(limiter.state(deleteUsers)).toMatchObject({ limit: 60, remaining: 60 });
  const calls = Array.from({ length: 99 }, () => deleteUsers(iam, { userIds: ["a"] }));
  await clock.advance(60_000);
  expect(sent).toBe(1 + 60);
  await clock.run(Promise.all(calls));
  expect([sent, clock.now()]).toEqual([1 + 99, 60_050]);
});

it("does not outrank what an answer told before", async () => {
  const headers = { "x-ratelimit-consumed": "1", "x-ratelimit-remaining": "99" };
  const { limiter } = await startRaw(success(undefined, headers));
  expect(limiter.state(write)).toMatchObject({ limit: 100, remaining: 99 });
});

it("does not open what a 429 has closed", async () => {
  const { clock, call, sentAtMs } = await startRaw(failure(429, {}, { msBeforeNext: 8_000 }));
  await clock.run(call());
  expect(sentAtMs).toEqual([0, 8_050]);
});

it("tells how long calls will wait behind a raw one that is under way", async () => {
  const { limiter, call } = await startRaw(new Promise(() => {}), { maxWaitMs: 50_000 });
  expect(limiter.state(write)).toMatchObject({ limit: 60, remaining: 59 });
  for (let ahead = 0; ahead < 59; ahead += 1) call().catch(() => {});
  await expect(call()).rejects.toMatchObject({ name: "WaitTooLongError", retryAfterMs: 60_000 });
});
