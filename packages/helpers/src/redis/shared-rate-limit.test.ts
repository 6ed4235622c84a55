import type { Handler } from "@segment-iam/client";
import { describe, expect, it } from "vitest";
import { retry } from "../retry/retry.ts";
import { createContext, read } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { LIMIT, operation, simulateSharedLimit, WINDOW_MS } from "../test-utils/redis/simulate-shared-limit.ts";
import { sharedRateLimit } from "./shared-rate-limit.ts";

describe("a shared rate limit", () => {
  it("uses each window completely, and never exceeds it", async () => {
    const { clock, server, startProcess } = simulateSharedLimit();
    const [one, other] = [startProcess(), startProcess()];
    await clock.run(Promise.all([...one.calls(15), ...other.calls(15)]));
    expect(server.windows).toEqual(Array.from({ length: 3 }, () => ({ accepted: LIMIT, refused: 0 })));
  });

  it("sends calls in order", async () => {
    const { clock, startProcess } = simulateSharedLimit();
    const { call } = startProcess();
    const order: number[] = [];
    await clock.run(Promise.all(Array.from({ length: 25 }, (_, index) => call().then(() => order.push(index)))));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("delays all processes after a 429 of one of them", async () => {
    const { clock, windows, sentAtMs, startProcess } = simulateSharedLimit();
    const limited = sharedRateLimit(windows, { clock })(async () => failure(429, {}, { msBeforeNext: 8_000 }));
    await clock.run(limited(createContext(operation)));
    const limitedAtMs = clock.now();
    await clock.advance(100);
    await clock.run(startProcess().call());
    expect(sentAtMs[0]).toBeGreaterThanOrEqual(limitedAtMs + 8_000);
    expect(sentAtMs[0]).toBeLessThan(limitedAtMs + 8_100);
  });

  it("reserves a tenth of the window for interactive calls of any process", async () => {
    const { clock, server, startProcess } = simulateSharedLimit();
    const [one, other] = [startProcess(), startProcess()];
    await clock.run(other.call());
    const bulk = Array.from({ length: LIMIT }, () => one.call({ priority: "bulk" }));
    await clock.advance(1_000);
    expect(server.windows).toEqual([{ accepted: LIMIT - 1, refused: 0 }]);
    await clock.run(other.call());
    expect(server.windows).toEqual([{ accepted: LIMIT, refused: 0 }]);
    await clock.run(Promise.all(bulk));
    expect(server.windows).toEqual([
      { accepted: LIMIT, refused: 0 },
      { accepted: 2, refused: 0 },
    ]);
  });

  it("detects clients outside the shared limit from responses", async () => {
    const { clock, server, startProcess } = simulateSharedLimit();
    const { call, calls } = startProcess();
    await clock.run(call());
    for (let count = 0; count < 5; count += 1) server.consume();
    await clock.run(call());
    await clock.run(Promise.all(calls(LIMIT)));
    expect(server.refused).toBe(0);
  });

  it("stops waiting for the probe of a process that has ended", async () => {
    const { clock, sentAtMs, windows, startProcess } = simulateSharedLimit();
    void sharedRateLimit(windows, { clock })(() => new Promise(() => {}))(createContext(operation));
    await clock.advance(100);
    await clock.run(startProcess().call());
    expect(sentAtMs[0]).toBeGreaterThan(4_900);
    expect(sentAtMs[0]).toBeLessThan(6_100);
  });

  it.each<[string, Handler]>([
    ["no response", () => Promise.reject(new Error("broken"))],
    ["a response without headers", async () => failure(500)],
  ])("sends another probe at once after one that got %s", async (_, handler) => {
    const { clock, sentAtMs, windows, startProcess } = simulateSharedLimit();
    const failing = sharedRateLimit(windows, { clock })(handler)(createContext(operation));
    await clock.run(failing.catch(() => {}));
    await clock.run(startProcess().call());
    expect(sentAtMs[0]).toBeLessThan(100);
  });

  it("delays no call when no limit is known", async () => {
    const { clock, windows } = simulateSharedLimit();
    const limited = sharedRateLimit(windows, { clock })(async () => success());
    await clock.run(Promise.all(Array.from({ length: 200 }, () => limited(createContext(read)))));
    expect(clock.now()).toBeLessThan(1_000);
  });
});

describe("a waiting call", () => {
  it("is rejected at once when its wait would be too long, with retryAfterMs", async () => {
    const { clock, startProcess } = simulateSharedLimit({ maxWaitMs: 5_000 });
    const { calls, call } = startProcess();
    await clock.run(Promise.all(calls(LIMIT)));
    await expect(clock.run(call())).rejects.toMatchObject({
      name: "WaitTooLongError",
      retryAfterMs: expect.closeTo(10_000, -3),
    });
    expect(clock.now()).toBeLessThan(200);
  });

  it("is rejected when another process has used up the window", async () => {
    const { clock, startProcess } = simulateSharedLimit({ maxWaitMs: 5_000 });
    await clock.run(Promise.all(startProcess().calls(LIMIT)));
    await expect(clock.run(startProcess().call())).rejects.toMatchObject({
      name: "WaitTooLongError",
      retryAfterMs: expect.closeTo(10_000, -3),
    });
    expect(clock.now()).toBeLessThan(200);
  });

  it("is rejected at once when the queue is full", async () => {
    const { clock, startProcess } = simulateSharedLimit({ maxQueueSize: 2 });
    const { call, calls } = startProcess();
    const waiting = calls(2);
    await expect(call()).rejects.toMatchObject({ name: "QueueFullError", queued: 2 });
    await clock.run(Promise.all(waiting));
  });

  it("leaves the queue and clears its timer when its signal aborts", async () => {
    const { clock, server, startProcess } = simulateSharedLimit();
    const { call, calls } = startProcess();
    await clock.run(Promise.all(calls(LIMIT)));
    const controller = new AbortController();
    const waiting = call({ signal: controller.signal });
    await clock.advance(100);
    controller.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    await clock.advance(2 * WINDOW_MS);
    expect([clock.pending, server.windows.length]).toEqual([0, 1]);
  });

  it("does not block other probes when it is aborted before its probe is granted", async () => {
    const { clock, sentAtMs, startProcess } = simulateSharedLimit();
    const controller = new AbortController();
    const aborted = startProcess().call({ signal: controller.signal });
    controller.abort("enough");
    await expect(aborted).rejects.toBe("enough");
    await clock.advance(10);
    await clock.run(startProcess().call());
    expect(sentAtMs).toEqual([12]);
  });

  it("is not delayed a second time by retry after a 429", async () => {
    const { clock, windows } = simulateSharedLimit();
    const responses = Array.from({ length: 5 }, () => failure(429, {}, { msBeforeNext: 1_000 }));
    const limited = sharedRateLimit(windows, { clock })(async () => responses.shift() ?? success());
    const { status } = await clock.run(retry({ clock })(limited)(createContext(operation)));
    expect(status).toBe(200);
    expect(clock.now()).toBeLessThan(5 * 1_100);
  });
});

describe("the state of a window", () => {
  it("reflects the last result of the store, and is the same object until it changes", async () => {
    const { clock, startProcess } = simulateSharedLimit();
    const { limiter, calls } = startProcess();
    expect(limiter.state(operation)).toEqual({
      limit: LIMIT,
      remaining: LIMIT,
      resetAtMs: undefined,
      blocked: false,
      queued: 0,
    });
    await clock.run(Promise.all(calls(4)));
    const state = limiter.state(operation);
    expect(state).toMatchObject({ limit: LIMIT, remaining: LIMIT - 4, blocked: false, queued: 0 });
    expect(limiter.state(operation)).toBe(state);
    const waiting = calls(LIMIT);
    await clock.advance(1_000);
    expect(limiter.state(operation)).toMatchObject({ remaining: 0, blocked: true, queued: 4 });
    await clock.run(Promise.all(waiting));
  });

  it("notifies listeners when it changes and when it ends", async () => {
    const { clock, startProcess } = simulateSharedLimit();
    const { limiter, calls } = startProcess();
    const seen: (number | undefined)[] = [];
    const unsubscribe = limiter.subscribe(operation, () => void seen.push(limiter.state(operation).remaining));
    await clock.run(Promise.all(calls(2)));
    await clock.advance(2 * WINDOW_MS);
    expect(seen).toEqual(expect.arrayContaining([LIMIT - 1, LIMIT - 2]));
    expect(seen.at(-1)).toBe(LIMIT);
    unsubscribe();
    expect(clock.pending).toBe(0);
  });

  it("notifies listeners when another process has used up the window", async () => {
    const { clock, startProcess } = simulateSharedLimit();
    await clock.run(Promise.all(startProcess().calls(LIMIT)));
    const { limiter, call } = startProcess();
    const seen: boolean[] = [];
    limiter.subscribe(operation, () => void seen.push(limiter.state(operation).blocked));
    const waiting = call();
    await clock.advance(1_000);
    expect(seen.at(-1)).toBe(true);
    await clock.run(waiting);
    expect(seen.at(-1)).toBe(false);
  });
});
