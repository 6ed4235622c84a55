import { NetworkError, TimeoutError, type Handler } from "@segment-iam/client";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { exchangeOf, read } from "../test-utils/exchange.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { sleep } from "../time/sleep.ts";
import { retry, type RetryEvent, type RetryOptions } from "./retry-interceptor.ts";

/** A call, and what it ended with. */
function start(handler: Handler, options: RetryOptions = {}, clock = new VirtualClock()) {
  const call = retry({ clock, random: () => 0.5, ...options })(handler);
  const run = (priority: "interactive" | "bulk" = "interactive") =>
    clock.run(call(exchangeOf(read, { priority })).catch((reason: unknown) => reason));
  return { clock, run };
}

it.each([
  ["interactive", 59_949, 2],
  ["interactive", 59_950, 1],
  ["bulk", 59_950, 2],
] as const)("in a minute, of %s calls, waits %i ms for attempt %i of two", async (priority, msBeforeNext, attempts) => {
  const handler = vi
    .fn<Handler>()
    .mockResolvedValueOnce(failure(503, {}, { msBeforeNext }))
    .mockResolvedValue(success());
  await start(handler).run(priority);
  expect(handler).toHaveBeenCalledTimes(attempts);
});

it("gives bulk work a quarter of an hour", async () => {
  const clock = new VirtualClock();
  const handler = vi.fn<Handler>(async ({ operation }) => {
    await sleep(300_000, undefined, clock);
    throw new NetworkError(operation.id, 1, new Error("socket hang up"));
  });
  await start(handler, { attempts: 10 }, clock).run("bulk");
  expect(handler).toHaveBeenCalledTimes(3);
});

it("hands out an attempt's own timeout while the call has time", async () => {
  const { run } = start(async () => {
    throw new TimeoutError("getThing", 3, 1_000);
  });
  expect(await run()).toMatchObject({ name: "TimeoutError", timeoutMs: 1_000, attempts: 3 });
});

it("hands out another failure than a timeout as it is, even when the call has no more time", async () => {
  const clock = new VirtualClock();
  const { run } = start(
    async () => {
      await sleep(70_000, undefined, clock);
      throw new NetworkError("getThing", 1, new Error("socket hang up"));
    },
    {},
    clock,
  );
  expect(await run()).toMatchObject({ name: "NetworkError", attempts: 1 });
});

it("counts in what it tells of retries those that the gate waits out", async () => {
  const clock = new VirtualClock();
  const events: RetryEvent[] = [];
  const handler = vi
    .fn<Handler>()
    .mockResolvedValueOnce(failure(429, {}, { msBeforeNext: 1_000 }))
    .mockResolvedValueOnce(failure(503))
    .mockResolvedValue(success());
  await start(rateLimit({ clock })(handler), { onRetry: (event) => events.push(event) }, clock).run();
  expect(events.map(({ attempt, delayMs }) => [attempt, delayMs])).toEqual([
    [1, 1_050],
    [2, 250],
  ]);
});

it("sends once when told to", async () => {
  const handler = vi.fn<Handler>(async () => failure(503));
  await start(handler, { attempts: 1 }).run();
  expect(handler).toHaveBeenCalledTimes(1);
});

it.each([
  ["a response that forbids it", { "x-should-retry": "false" }, 1],
  ["any other", {}, 3],
])("asks a policy of the caller's own about %s, or does not", async (_, headers, attempts) => {
  const handler = vi.fn<Handler>(async () => failure(503, headers));
  await start(handler, { policy: (__, attempt) => (attempt < 3 ? 0 : undefined) }).run();
  expect(handler).toHaveBeenCalledTimes(attempts);
});

it("does not ask it once the call is aborted", async () => {
  const controller = new AbortController();
  const policy = vi.fn(() => 0);
  const call = retry({ clock: new VirtualClock(), policy })(async () => {
    controller.abort("enough");
    throw new Error("aborted");
  });
  await expect(call(exchangeOf(read, { signal: controller.signal }))).rejects.toThrow("aborted");
  expect(policy).not.toHaveBeenCalled();
});
