import type { Handler } from "@segment-iam/client";
import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, onTestFinished, vi } from "vitest";
import { createContext, write } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { rateLimit, type RateLimiter } from "./rate-limit.ts";
import type { RateLimitState } from "./types.ts";

/** Creates a rate limiter with a listener that records states. `respond` sends the next response. */
function start() {
  const clock = new VirtualClock();
  const pending: ((response: Response) => void)[] = [];
  const handler: Handler = () => new Promise((resolve) => void pending.push(resolve));
  const limiter = rateLimit({ clock });
  const call = (signal?: AbortSignal): void =>
    void limiter(handler)(createContext(write, { signal, priority: "bulk" })).catch(() => {});
  return { clock, limiter, call, respond: () => pending.shift()?.(success()), ...recordStates(limiter) };
}

function recordStates(limiter: RateLimiter) {
  const states: RateLimitState[] = [];
  return { states, unsubscribe: limiter.subscribe(write, () => states.push(limiter.state(write))) };
}

it("notifies when calls are sent, join the queue or leave it", async () => {
  const { call, respond, states } = start();
  const controller = new AbortController();
  call();
  call();
  call(controller.signal);
  await flushPromises();
  expect(states.map(({ remaining, queued }) => [remaining, queued])).toEqual([
    [59, 0],
    [59, 1],
    [59, 2],
  ]);
  controller.abort();
  expect(states.at(-1)).toMatchObject({ remaining: 59, queued: 1 });
  respond();
  await flushPromises();
  expect(states.at(-1)).toMatchObject({ remaining: 58, queued: 0, blocked: false });
});

it("does not notify without a change", async () => {
  const { clock, call, respond, states } = start();
  for (let count = 0; count < 5; count += 1) {
    call();
    await flushPromises();
    respond();
    await flushPromises();
    await clock.advance(20_000);
  }
  expect(states.length).toBeGreaterThan(5);
  for (const [index, state] of states.entries()) expect(state).not.toEqual(states[index - 1]);
});

it("stops notifying removed listeners, and keeps notifying others", async () => {
  const { limiter, call, states, unsubscribe } = start();
  const other = recordStates(limiter);
  unsubscribe();
  call();
  await flushPromises();
  expect([states.length, other.states.length]).toEqual([0, 1]);
});

it("sets one timer per window", async () => {
  const { clock, call, respond } = start();
  const setTimeout = vi.spyOn(clock, "setTimeout");
  for (let count = 0; count < 4; count += 1) {
    call();
    await flushPromises();
    respond();
    await flushPromises();
  }
  expect(setTimeout).toHaveBeenCalledTimes(1);
});

it("computes resetAtMs on the local clock for any origin of the monotonic clock", async () => {
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ["Date"], now: 5_000_000 });
  const clock = new VirtualClock();
  await clock.advance(1_000);
  const limiter = rateLimit({ clock });
  await limiter(async () => success())(createContext(write));
  expect(limiter.state(write).resetAtMs).toBe(5_000_000 + 60_050);
});

const respondWith429: Handler = async ({ signal }) => {
  signal?.throwIfAborted();
  return failure(429, {}, { msBeforeNext: 20_000 });
};

it.each([
  ["when a call joins the queue", 0],
  ["when a waiting call is aborted", 2],
])("keeps sending calls if a listener resets the limit %s", async (_, aborted) => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => log.mockRestore());
  const clock = new VirtualClock();
  const limiter = rateLimit({ clock });
  const controller = new AbortController();
  await limiter(respondWith429)(createContext(write));
  const calls = Array.from({ length: aborted }, () =>
    limiter(respondWith429)(createContext(write, { signal: controller.signal })),
  );
  limiter.subscribe(write, () => limiter.reset(write));
  controller.abort("enough");
  await Promise.allSettled(calls);
  const last = limiter(async () => success())(createContext(write));
  expect((await clock.run(last)).status).toBe(200);
  expect(clock.now()).toBe(0);
  expect(log).not.toHaveBeenCalled();
});
