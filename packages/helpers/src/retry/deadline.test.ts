import { NetworkError, CallTimeoutError, type Handler } from "@segment-iam/client";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { createContext, read } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { sleep } from "../clock.ts";
import { retry, type RetryEvent, type RetryOptions } from "./retry.ts";

/** Creates a function that makes a call and resolves to its response or error. */
function start(handler: Handler, options: RetryOptions = {}, clock = new VirtualClock()) {
  const call = retry({ clock, random: () => 0.5, ...options })(handler);
  const run = (priority: "interactive" | "bulk" = "interactive") =>
    clock.run(call(createContext(read, { priority })).catch((reason: unknown) => reason));
  return { clock, run };
}

it.each([
  ["interactive", 59_949, 2],
  ["interactive", 59_950, 1],
  ["bulk", 59_950, 2],
] as const)(
  "limits the attempts by the deadline (%s call, server delay of %i ms: %i attempts)",
  async (priority, msBeforeNext, attempts) => {
    const handler = vi
      .fn<Handler>()
      .mockResolvedValueOnce(failure(503, {}, { msBeforeNext }))
      .mockResolvedValue(success());
    await start(handler).run(priority);
    expect(handler).toHaveBeenCalledTimes(attempts);
  },
);

it("uses a deadline of 15 minutes for bulk calls", async () => {
  const clock = new VirtualClock();
  const handler = vi.fn<Handler>(async ({ operation }) => {
    await sleep(300_000, undefined, clock);
    throw new NetworkError(operation.id, 1, new Error("socket hang up"));
  });
  await start(handler, { maxAttempts: 10 }, clock).run("bulk");
  expect(handler).toHaveBeenCalledTimes(3);
});

it("throws the timeout of the attempt when the deadline has not passed", async () => {
  const { run } = start(async () => {
    throw new CallTimeoutError("getThing", 3, 1_000);
  });
  expect(await run()).toMatchObject({ name: "CallTimeoutError", timeoutMs: 1_000, attempts: 3 });
});

it("does not replace a failure other than a timeout after the deadline", async () => {
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

it("counts the retry of a queued 429 in the attempt number of onRetry", async () => {
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
    [2, 450],
  ]);
});

it("sends a call once with maxAttempts: 1", async () => {
  const handler = vi.fn<Handler>(async () => failure(503));
  await start(handler, { maxAttempts: 1 }).run();
  expect(handler).toHaveBeenCalledTimes(1);
});

it.each([
  ["is false", { "x-should-retry": "false" }, 1],
  ["is missing", {}, 3],
])("respects x-should-retry with a custom policy when the header %s", async (_, headers, attempts) => {
  const handler = vi.fn<Handler>(async () => failure(503, headers));
  await start(handler, { policy: (__, attempt) => (attempt < 3 ? 0 : undefined) }).run();
  expect(handler).toHaveBeenCalledTimes(attempts);
});

it("does not call the policy after an abort", async () => {
  const controller = new AbortController();
  const policy = vi.fn(() => 0);
  const call = retry({ clock: new VirtualClock(), policy })(async () => {
    controller.abort("enough");
    throw new Error("aborted");
  });
  await expect(call(createContext(read, { signal: controller.signal }))).rejects.toThrow("aborted");
  expect(policy).not.toHaveBeenCalled();
});
