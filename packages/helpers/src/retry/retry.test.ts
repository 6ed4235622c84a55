import {
  NetworkError,
  CallTimeoutError,
  type RequestContext,
  type Handler,
  type OperationDescriptor,
} from "@segment-iam/client";
import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { createContext, read, write } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { sleep } from "../clock.ts";
import { retry, type RetryEvent, type RetryOptions } from "./retry.ts";

type Step = (context: RequestContext) => Response | Promise<Response>;

const reset: Step = ({ operation, call }) => {
  throw new NetworkError(operation.id, call.attempts, new Error("socket hang up"));
};

/** Creates a handler with one step for each attempt, and records the bodies. The last step repeats. */
function createHandler(...steps: Step[]) {
  const bodies: unknown[] = [];
  const handler: Handler = async (context) => {
    context.call.attempts += 1;
    bodies.push(context.body);
    const step = steps[Math.min(bodies.length, steps.length) - 1];
    if (!step) throw new Error("The handler has no steps");
    return step(context);
  };
  return { handler, bodies };
}

function start(steps: Step[], operation: OperationDescriptor, options: RetryOptions = {}) {
  const clock = new VirtualClock();
  const { handler, bodies } = createHandler(...steps);
  const call = retry({ clock, random: () => 0.5, ...options })(handler);
  return { clock, bodies, call, response: (context = createContext(operation)) => clock.run(call(context)) };
}

it("retries until the call succeeds", async () => {
  const { response, bodies, clock } = start([() => failure(503), reset, () => success()], read);
  expect((await response()).status).toBe(200);
  expect(bodies).toHaveLength(3);
  expect(clock.now()).toBe(450 + 900);
  expect(clock.pending).toBe(0);
});

it("returns the last response when all attempts failed", async () => {
  const { response, bodies } = start([() => failure(503)], read);
  expect((await response()).status).toBe(503);
  expect(bodies).toHaveLength(4);
});

it("throws the last error when all attempts failed", async () => {
  const { response, bodies } = start([reset], read);
  await expect(response()).rejects.toMatchObject({ name: "NetworkError", attempts: 4 });
  expect(bodies).toHaveLength(4);
});

it.each([
  ["a 500", () => failure(500)],
  ["a lost connection", reset],
])("does not retry a write after %s, because it may have been executed", async (_, step) => {
  const { response, bodies } = start([step], write);
  await response().catch(() => {});
  expect(bodies).toHaveLength(1);
});

it("sends the same body with each attempt", async () => {
  const { response, bodies } = start([() => failure(429), () => failure(429), () => success()], write);
  await response();
  expect(bodies).toEqual(Array(3).fill('{"name":"thing"}'));
});

it("waits for the server's delay", async () => {
  const { response, clock } = start([() => failure(429, {}, { msBeforeNext: 7_000 }), () => success()], write);
  await response();
  expect(clock.now()).toBe(7_050);
});

it.each([
  ["for a delay over two minutes", {}, 130_000],
  ["for a delay that ends after the deadline", { deadlineMs: 5_000 }, 5_000],
])("does not wait %s", async (_, options, msBeforeNext) => {
  const { response, bodies, clock } = start([() => failure(429, {}, { msBeforeNext })], read, options);
  expect((await response()).status).toBe(429);
  expect([bodies.length, clock.now()]).toEqual([1, 0]);
});

it("does not retry a call with retry: false", async () => {
  const { response, bodies } = start([() => failure(503)], read);
  await response(createContext(read, { retry: false }));
  expect(bodies).toHaveLength(1);
});

it("does not retry a response with x-should-retry: false", async () => {
  const { response, bodies } = start([() => failure(503, { "x-should-retry": "false" })], read);
  await response();
  expect(bodies).toHaveLength(1);
});

it("limits each attempt to the time left before the deadline, and then throws CallTimeoutError", async () => {
  const clock = new VirtualClock();
  const left: unknown[] = [];
  // Like the client, limits the attempt to its timeout or the time left.
  const slow: Handler = async ({ operation, signal, call }) => {
    call.attempts += 1;
    const timeoutMs = Math.min(5_000, call.timeLeftMs?.() ?? Infinity);
    left.push(timeoutMs);
    await sleep(timeoutMs, signal, clock);
    throw new CallTimeoutError(operation.id, call.attempts, timeoutMs, new Error("aborted"));
  };
  const call = retry({ clock, random: () => 0.5, deadlineMs: 9_000 })(slow);
  const error = await clock.run(call(createContext(read)).catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(CallTimeoutError);
  expect(error).toMatchObject({ timeoutMs: 9_000, attempts: 2, cause: { message: "aborted" } });
  expect([left, clock.now(), clock.pending]).toEqual([[5_000, 3_550], 9_000, 0]);
});

it("spans at least two seconds with four attempts, such as the restart of an upstream server", async () => {
  const { response, clock } = start([() => failure(502)], read, { random: () => 0 });
  await response();
  expect(clock.now()).toBeGreaterThanOrEqual(2_000);
});

it("calls onRetry before each retry", async () => {
  const events: RetryEvent[] = [];
  const { response } = start([reset, () => success()], read, { onRetry: (event) => events.push(event) });
  await response();
  expect(events).toEqual([{ operation: "getThing", attempt: 1, delayMs: 450, failure: expect.any(NetworkError) }]);
});

it("uses a custom policy", async () => {
  const policy = vi.fn(() => undefined);
  const { response, bodies } = start([() => failure(503)], read, { policy });
  await response();
  expect(bodies).toHaveLength(1);
  expect(policy).toHaveBeenCalledWith(expect.objectContaining({ name: "ApiError", status: 503 }), 1, read);
});

it("keeps retries near a tenth of the traffic in an outage", async () => {
  const { response, bodies } = start([() => failure(503)], read);
  for (let call = 0; call < 100; call += 1) await response();
  expect(bodies).toHaveLength(100 + 10);
});

it("refunds the budget with each success", async () => {
  let isUp = false;
  const { response, bodies } = start([() => (isUp ? success() : failure(503))], read);
  for (let call = 0; call < 10; call += 1) await response();
  isUp = true;
  for (let call = 0; call < 20; call += 1) await response();
  isUp = false;
  const before = bodies.length;
  for (let call = 0; call < 10; call += 1) await response();
  expect(bodies.length - before).toBe(10 + 2);
});

it("settles once and leaves no timer, whenever it is aborted", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 4_000 }), async (abortAtMs) => {
      const clock = new VirtualClock();
      const controller = new AbortController();
      const slow: Handler = async ({ signal }) => {
        await new Promise((resolve) => void clock.setTimeout(() => resolve(undefined), 100));
        signal?.throwIfAborted();
        return failure(503);
      };
      const settled = vi.fn();
      const context = createContext(read, { signal: controller.signal });
      retry({ clock, random: () => 0.9 })(slow)(context).then(settled, settled);
      await clock.advance(abortAtMs);
      controller.abort("stopped");
      await clock.advance(100);
      expect(settled).toHaveBeenCalledTimes(1);
      expect(clock.pending).toBe(0);
      await flushPromises();
    }),
    { numRuns: 40 },
  );
});
