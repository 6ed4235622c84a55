import type { Handler } from "@segment-iam/client";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { retry } from "../retry/retry.ts";
import { createContext, remove, write } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { rateLimit } from "./rate-limit.ts";

const tooManyRequests = (retryAfter: string) => failure(429, { "retry-after": retryAfter });

/** Creates calls to a handler that responds with these responses in order, and then with successes. */
function start(...responses: readonly Response[]) {
  const clock = new VirtualClock();
  const handler = vi.fn<Handler>(async () => success());
  for (const response of responses) handler.mockResolvedValueOnce(response);
  const limiter = rateLimit({ clock });
  const limited = retry({ clock })(limiter(handler));
  const call = async (operation = write) => (await limited(createContext(operation))).status;
  return { clock, handler, limiter, call };
}

it.each([
  ["of milliseconds instead of seconds", tooManyRequests("60000")],
  ["of a day", tooManyRequests("86400")],
  ["that overflows", tooManyRequests("9".repeat(400))],
  ["in the body", failure(429, {}, { msBeforeNext: 60_000_000 })],
])("fails a call that gets a delay %s, and delays later calls by at most a window", async (_, response) => {
  const { clock, handler, call } = start(response);
  expect(await clock.run(call())).toBe(429);
  expect(clock.now()).toBe(0);
  expect(await clock.run(call())).toBe(200);
  expect(clock.now()).toBeGreaterThan(0);
  expect(clock.now()).toBeLessThanOrEqual(60_000);
  expect(handler).toHaveBeenCalledTimes(2);
});

it("waits for a delay of days that the policy accepts", async () => {
  const clock = new VirtualClock();
  const handler = vi.fn<Handler>().mockResolvedValueOnce(tooManyRequests("86400")).mockResolvedValue(success());
  const limited = retry({ clock, maxDelayMs: Infinity, deadlineMs: Infinity })(rateLimit({ clock })(handler));
  expect((await clock.run(limited(createContext(write)))).status).toBe(200);
  expect(clock.now()).toBe(86_401_000);
});

it("ignores a reset that is days away", async () => {
  const date = "Thu, 01 Jan 2026 12:00:00 GMT";
  const usage = { "x-ratelimit-consumed": "60", "x-ratelimit-remaining": "0", date };
  const { clock, call } = start(success({}, { ...usage, "x-ratelimit-reset": "Sun, 04 Jan 2026 12:00:00 GMT" }));
  await clock.run(call());
  expect(await clock.run(call())).toBe(200);
  expect(clock.now()).toBe(60_050);
});

it.each([
  ["one operation", remove, [200, 429]],
  ["all operations", undefined, [200, 200]],
])("sends waiting calls after a reset of %s", async (_, operation, statuses) => {
  const { clock, limiter, call } = start(tooManyRequests("3000"), tooManyRequests("3000"));
  expect(await clock.run(Promise.all([call(remove), call(write)]))).toEqual([429, 429]);
  expect([limiter.state(remove).blocked, limiter.state(write).blocked]).toEqual([true, true]);
  limiter.reset(operation);
  const results = [call(remove), call(write)].map((result) => result.catch(() => 429));
  expect(await clock.run(Promise.all(results))).toEqual(statuses);
  expect(clock.now()).toBe(0);
});

it("sends queued calls on a reset, and restores the limit from the spec", async () => {
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "0" };
  const { clock, handler, limiter, call } = start(success({}, headers));
  expect(await call()).toBe(200);
  const queued = [call(), call()];
  await clock.advance(0);
  expect([limiter.state(write).limit, handler.mock.calls.length]).toEqual([3, 1]);
  limiter.reset();
  await Promise.all(queued);
  expect([limiter.state(write).limit, clock.now()]).toEqual([60, 0]);
});
