import { deleteUsers, type Handler, type OperationDescriptor, type RateLimit } from "@segment-iam/client";
import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it } from "vitest";
import { createContext, write } from "../test-utils/request-context.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { rateLimit } from "./rate-limit.ts";
import type { RateLimitOptions } from "./types.ts";

const { rateLimit: _, ...raw } = write;

/** Makes a raw call, whose descriptor has no limit, with a given response. Later calls succeed. */
async function startRaw(first: Response | Promise<Response>, options: RateLimitOptions = {}) {
  const clock = new VirtualClock();
  const responses = [first];
  const sentAtMs: number[] = [];
  const handler: Handler = async () => {
    sentAtMs.push(clock.now());
    return responses.shift() ?? success();
  };
  const limiter = rateLimit({ clock, ...options });
  const limited = limiter(handler);
  void limited(createContext(raw));
  await flushPromises();
  return { clock, limiter, sentAtMs, call: () => limited(createContext(write)) };
}

/** The limit of an operation in the document. */
function limitOf({ id, rateLimit: limit }: OperationDescriptor): RateLimit {
  if (!limit) throw new Error(`${id} has no rate limit in the document`);
  return limit;
}

it("applies the limit from the spec after a raw call when responses have no headers", async () => {
  const clock = new VirtualClock();
  const limiter = rateLimit({ clock });
  let sent = 0;
  const iam = fakeClient(() => {
    sent += 1;
    return success();
  }, [limiter]);
  await iam.DELETE("/users", { params: { query: { userIds: ["a"] } } });
  const { requests, windowSeconds } = limitOf(deleteUsers);
  expect(limiter.state(deleteUsers)).toMatchObject({ limit: requests, remaining: requests });
  const calls = Array.from({ length: 2 * requests - 1 }, () => deleteUsers(iam, { userIds: ["a"] }));
  await clock.advance(windowSeconds * 1_000);
  expect(sent).toBe(1 + requests);
  await clock.run(Promise.all(calls));
  expect([sent, clock.now()]).toEqual([2 * requests, windowSeconds * 1_000 + 50]);
});

it("keeps a limit from an earlier response", async () => {
  const headers = { "x-ratelimit-consumed": "1", "x-ratelimit-remaining": "99" };
  const { limiter } = await startRaw(success(undefined, headers));
  expect(limiter.state(write)).toMatchObject({ limit: 100, remaining: 99 });
});

it("keeps the pause after a 429", async () => {
  const { clock, call, sentAtMs } = await startRaw(failure(429, {}, { msBeforeNext: 8_000 }));
  await clock.run(call());
  expect(sentAtMs).toEqual([0, 8_050]);
});

it("estimates waits behind a raw call in flight by the limit from the spec", async () => {
  const { limiter, call } = await startRaw(new Promise(() => {}), { maxWaitMs: 50_000 });
  expect(limiter.state(write)).toMatchObject({ limit: 60, remaining: 59 });
  for (let ahead = 0; ahead < 59; ahead += 1) call().catch(() => {});
  await expect(call()).rejects.toMatchObject({ name: "WaitTooLongError", retryAfterMs: 60_000 });
});
