import fc from "fast-check";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { MockWorkspaceOptions } from "./create-mock-workspace.ts";
import { NOW_MS, ORIGIN, send, setUp } from "./test-utils/set-up.ts";

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

describe("latencyMs", () => {
  it("delays responses", async () => {
    const { workspace } = setUp({ latencyMs: 30 });
    const call = send(workspace, "GET", "/users");
    await vi.advanceTimersByTimeAsync(29);
    expect(workspace.requests[0]?.status).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect((await call).status).toBe(200);
  });

  it("draws from a range", async () => {
    const latencies = await measure([50, 200]);
    expect(Math.min(...latencies)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...latencies)).toBeLessThanOrEqual(200);
    expect(new Set(latencies).size).toBeGreaterThan(50);
    expect(await measure([50, 200])).toEqual(latencies);
    expect(await measure([50, 200], 2)).not.toEqual(latencies);
  });

  it("calls a function with a random number generator", async () => {
    const latencies = await measure((random) => (random() < 0.9 ? 20 : 400));
    expect(new Set(latencies)).toEqual(new Set([20, 400]));
    expect(latencies.filter((latency) => latency === 20).length / latencies.length).toBeCloseTo(0.9, 1);
  });

  it("does not respond early with a latency above the maximum of setTimeout", async () => {
    const { workspace, get } = setUp({ latencyMs: 3_000_000_000 });
    const call = get("/users");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workspace.requests[0]?.status).toBeUndefined();
    workspace.advance(3_000_000_000);
    expect((await call).status).toBe(200);
  });

  it("removes the abort listener after the delay", async () => {
    const { workspace } = setUp({ latencyMs: 30 });
    const request = new Request(`${ORIGIN}/users`, { signal: new AbortController().signal });
    const remove = vi.spyOn(request.signal, "removeEventListener");
    const call = workspace.fetch(request);
    await vi.advanceTimersByTimeAsync(30);
    await call;
    expect(remove).toHaveBeenCalledOnce();
  });

  it("clears the timer on an abort", async () => {
    const { workspace } = setUp({ latencyMs: 30 });
    const controller = new AbortController();
    const call = workspace.fetch(`${ORIGIN}/users`, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1);
    expect(vi.getTimerCount()).toBe(1);
    const reason = new Error("gone");
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("workspace.advance", () => {
  it("moves the time of requests and responses, until a reset", async () => {
    const { workspace, get } = setUp();
    workspace.advance(1_600);
    const { response } = await get("/users");
    expect(response.headers.get("date")).toBe("Thu, 01 Jan 2026 12:00:02 GMT");
    expect(workspace.requests[0]?.receivedAtMs).toBe(NOW_MS + 1_600);
    workspace.reset();
    await get("/users");
    expect(workspace.requests[0]?.receivedAtMs).toBe(NOW_MS);
  });

  it("ends rate-limit windows", async () => {
    const { workspace, get } = setUp({ clock: Date.now, limits: { listUsers: { requests: 1, windowSeconds: 60 } } });
    const statuses: number[] = [];
    for (const ms of [0, 59_999, 1]) {
      workspace.advance(ms);
      statuses.push((await get("/users")).status);
    }
    expect(statuses).toEqual([200, 429, 200]);
  });

  it("sends delayed responses after the same total delay, in any mix of real and advanced time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 }))), async (steps) => {
        const { workspace, get } = setUp({ latencyMs: 100 });
        let isDone = false;
        const call = get("/users").then(() => (isDone = true));
        await vi.advanceTimersByTimeAsync(0);
        let elapsedMs = 0;
        for (const [isReal, ms] of steps) {
          elapsedMs += ms;
          if (!isReal) workspace.advance(ms);
          await vi.advanceTimersByTimeAsync(isReal ? ms : 0);
          expect(isDone).toBe(elapsedMs >= 100);
        }
        workspace.advance(100);
        await call;
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it.each([-1, NaN, Infinity])("throws a RangeError for %d", (ms) => {
    const { workspace } = setUp();
    expect(() => workspace.advance(ms)).toThrow(`ms must be a finite number of at least 0, got ${ms}`);
  });
});

/** Returns the latencies of 200 requests. */
async function measure(latencyMs: MockWorkspaceOptions["latencyMs"], seed?: number): Promise<number[]> {
  const { workspace } = setUp({ latencyMs, seed, limits: false });
  const startMs = Date.now();
  const calls = Array.from({ length: 200 }, () => send(workspace, "GET", "/invites").then(() => Date.now() - startMs));
  await vi.runAllTimersAsync();
  return Promise.all(calls);
}
