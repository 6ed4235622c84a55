import type { CallOptions, Handler } from "@segment-iam/client";
import { seededRandom } from "@segment-iam/test-utils/random";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createContext, read, write } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { rateLimit } from "./rate-limit.ts";
import type { RateLimitOptions } from "./types.ts";

/** Creates a rate limiter for a server with `limit` requests in ten seconds and a round trip of 10 ms. */
function start(limit: number, options: RateLimitOptions = {}) {
  const clock = new VirtualClock();
  const server = new SimulatedApi({ clock, limit, windowMs: 10_000, latencyMs: () => 5 });
  const limiter = rateLimit({ clock, ...options });
  const handler = limiter(server.handle);
  const call = (callOptions?: CallOptions) => handler(createContext(read, callOptions));
  return { clock, server, limiter, call };
}

/** Creates a handler whose responses the test provides. */
function createManualHandler() {
  const waiting: ((response: Response) => void)[] = [];
  const handler: Handler = () => new Promise((resolve) => void waiting.push(resolve));
  return { handler, waiting };
}

describe("a rate limiter", () => {
  it("delays calls beyond the limit until the window ends", async () => {
    const { clock, server, call } = start(5);
    await clock.run(Promise.all(Array.from({ length: 20 }, () => call())));
    expect(server.windows).toEqual(Array.from({ length: 4 }, () => ({ accepted: 5, refused: 0 })));
  });

  it("keeps the order of calls", async () => {
    const { clock, call } = start(3);
    const order: number[] = [];
    await clock.run(Promise.all(Array.from({ length: 9 }, (_, index) => call().then(() => order.push(index)))));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("limits each operation separately", async () => {
    const { handler, waiting } = createManualHandler();
    const limited = rateLimit({ clock: new VirtualClock() })(handler);
    for (const operation of [read, read, write]) void limited(createContext(operation));
    await flushPromises();
    expect(waiting).toHaveLength(2);
  });

  it("delays all calls after a 429", async () => {
    const clock = new VirtualClock();
    const times: number[] = [];
    const handler: Handler = async () => {
      times.push(clock.now());
      return times.length === 1 ? failure(429, {}, { msBeforeNext: 8_000 }) : success();
    };
    const limited = rateLimit({ clock })(handler);
    await clock.run(
      Promise.all([limited(createContext(read)), limited(createContext(read)), limited(createContext(read))]),
    );
    expect(times).toEqual([0, 8_050, 8_050]);
  });

  it("continues when a probe fails", async () => {
    const clock = new VirtualClock();
    const handler = vi.fn<Handler>().mockRejectedValueOnce(new Error("broken")).mockResolvedValue(success());
    const limited = rateLimit({ clock })(handler);
    const results = await clock.run(Promise.allSettled([limited(createContext(read)), limited(createContext(read))]));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });
});

describe("the queue", () => {
  it("rejects calls beyond maxQueueSize", async () => {
    const { call } = start(5, { maxQueueSize: 2 });
    const [, , , rejected] = [call(), call(), call(), call()];
    await expect(rejected).rejects.toMatchObject({ name: "QueueFullError", queued: 2, operation: "getThing" });
  });

  it("rejects a call at once when its wait would exceed maxWaitMs, with retryAfterMs", async () => {
    const { clock, call } = start(2, { maxWaitMs: 5_000 });
    await clock.run(Promise.all([call(), call()]));
    const error = await call().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "WaitTooLongError", maxWaitMs: 5_000 });
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(9_000);
  });

  it("rejects a call after maxWaitMs when the wait cannot be estimated", async () => {
    const clock = new VirtualClock();
    const limited = rateLimit({ clock, maxWaitMs: 5_000 })(createManualHandler().handler);
    void limited(createContext(read));
    const waiting = limited(createContext(read)).catch((error: Error) => error.name);
    expect(await clock.run(waiting)).toBe("WaitTooLongError");
    expect([clock.now(), clock.pending]).toEqual([5_000, 0]);
  });

  it("rejects waiting calls at once when a 429 states a delay longer than maxWaitMs", async () => {
    const clock = new VirtualClock();
    const limited = rateLimit({ clock })(async () =>
      failure(429, { "retry-after": "3000", date: new Date(0).toUTCString() }),
    );
    const [first, second] = [limited(createContext(read)), limited(createContext(read))];
    expect((await first).status).toBe(429);
    await expect(second).rejects.toMatchObject({ name: "WaitTooLongError", retryAfterMs: 3_001_000 });
    expect([clock.now(), clock.pending]).toEqual([0, 0]);
  });

  it("removes an aborted call and its timer", async () => {
    const { clock, limiter, call } = start(1);
    await clock.run(call());
    const controller = new AbortController();
    const waiting = call({ signal: controller.signal });
    expect(limiter.state(read).queued).toBe(1);
    controller.abort("changed my mind");
    await expect(waiting).rejects.toBe("changed my mind");
    expect([limiter.state(read).queued, clock.pending]).toEqual([0, 0]);
  });

  it("does not send a call that has already been aborted", async () => {
    const { call } = start(1);
    await expect(call({ signal: AbortSignal.abort("before") })).rejects.toBe("before");
  });
});

describe("the state", () => {
  it("starts with the limit from the spec", () => {
    const state = { limit: 60, remaining: 60, resetAtMs: undefined, blocked: false, queued: 0 };
    expect(rateLimit().state(write)).toEqual(state);
  });

  it("is the same object until something changes", async () => {
    const { clock, limiter, call } = start(3);
    const before = limiter.state(read);
    expect(limiter.state(read)).toBe(before);
    await clock.run(call());
    const after = limiter.state(read);
    expect(after).not.toBe(before);
    expect(after).toMatchObject({ limit: 3, remaining: 2, blocked: false });
    await clock.advance(1_000);
    expect(limiter.state(read)).toBe(after);
  });

  it("contains the end of the window on the local clock, not on the server's", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 5_000_000 });
    const { clock, limiter, call } = start(1);
    const states: unknown[] = [];
    const unsubscribe = limiter.subscribe(read, () => states.push(limiter.state(read)));
    await clock.run(call());
    expect(limiter.state(read)).toMatchObject({ remaining: 0, blocked: true, resetAtMs: 5_011_060 });
    await clock.advance(20_000);
    expect(states.at(-1)).toMatchObject({ remaining: 1, blocked: false, resetAtMs: undefined });
    const count = states.length;
    unsubscribe();
    await clock.run(call());
    expect(states).toHaveLength(count);
    expect(clock.pending).toBe(0);
    vi.useRealTimers();
  });
});

it("never exceeds the limit and settles every call, for any arrival times", async () => {
  const arrivals = fc.array(
    fc.record({ atMs: fc.nat(30_000), bulk: fc.boolean(), abortAfterMs: fc.option(fc.nat(20_000)) }),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 15 }), arrivals, fc.integer(), async (limit, calls, seed) => {
      const clock = new VirtualClock();
      const random = seededRandom(seed);
      const server = new SimulatedApi({
        clock,
        limit,
        windowMs: 10_000,
        latencyMs: () => random() * 400,
        skewMs: random() * 1e9,
      });
      // Omits the signal, so that responses arrive after an abort too and the limiter counts every request.
      const limited = rateLimit({ clock, maxWaitMs: 600_000 })(({ url }) => server.handle({ url }));
      const settled = vi.fn();
      for (const { atMs, bulk, abortAfterMs } of calls) {
        const controller = new AbortController();
        clock.setTimeout(() => {
          const options: CallOptions = { signal: controller.signal, priority: bulk ? "bulk" : "interactive" };
          limited(createContext(read, options)).then(settled, settled);
        }, atMs);
        if (abortAfterMs !== null) clock.setTimeout(() => controller.abort(), atMs + abortAfterMs);
      }
      await clock.advance(1_200_000);
      expect(server.refused).toBe(0);
      expect(settled).toHaveBeenCalledTimes(calls.length);
      expect(clock.pending).toBe(0);
    }),
    { numRuns: 60 },
  );
});
