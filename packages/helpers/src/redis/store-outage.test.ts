import { seededRandom } from "@segment-iam/test-utils/random";
import { flushPromises } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { retry } from "../retry/retry.ts";
import { LIMIT, operation, simulateSharedLimit } from "../test-utils/redis/simulate-shared-limit.ts";
import type { SharedRateLimitOptions } from "./shared-rate-limit.ts";

describe("a shared rate limit while the store is unavailable", () => {
  it("sends one request at a time within the local window, and calls onModeChange", async () => {
    const onModeChange = vi.fn<NonNullable<SharedRateLimitOptions["onModeChange"]>>();
    const { clock, windows, server, inFlightCounts, startProcess } = simulateSharedLimit({ onModeChange });
    const { limiter, calls } = startProcess();
    await clock.run(Promise.all(calls(4)));
    windows.failure = new Error("unavailable");
    inFlightCounts.length = 0;
    await clock.run(Promise.all(calls(2 * LIMIT)));
    expect(onModeChange.mock.calls).toEqual([[{ mode: "local", cause: windows.failure }]]);
    expect(limiter.mode).toBe("local");
    expect(inFlightCounts).toEqual(inFlightCounts.map(() => 1));
    expect(server.windows).toEqual([10, 10, 4].map((accepted) => ({ accepted, refused: 0 })));
  });

  it("waits for requests that are already in flight before it sends the next one", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const { clock, windows, inFlightCounts, startProcess } = simulateSharedLimit();
    const { call, calls } = startProcess();
    await clock.run(call());
    const sent = calls(3);
    await clock.advance(6);
    windows.failure = new Error("unavailable");
    const before = inFlightCounts.length;
    await clock.run(Promise.all([...sent, ...calls(3)]));
    expect(before).toBeGreaterThan(1);
    expect(inFlightCounts.slice(before)).toEqual(inFlightCounts.slice(before).map(() => 1));
    expect(log).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it("reports its window when the store comes back without data", async () => {
    const modes: string[] = [];
    const { clock, windows, server, startProcess } = simulateSharedLimit({
      onModeChange: ({ mode }) => void modes.push(mode),
    });
    const [one, other] = [startProcess(), startProcess()];
    await clock.run(Promise.all(one.calls(2)));
    windows.failure = new Error("unavailable");
    await clock.run(Promise.all(one.calls(3)));
    windows.clear();
    windows.failure = undefined;
    const waiting = one.calls(2);
    await clock.advance(20_000);
    await clock.run(Promise.all([...waiting, ...one.calls(LIMIT), ...other.calls(LIMIT)]));
    expect(modes).toEqual(["local", "shared"]);
    expect(server.refused).toBe(0);
  });

  it("does not check the store while idle, and returns to shared mode on the next call", async () => {
    const { clock, windows, startProcess } = simulateSharedLimit();
    const { limiter, call } = startProcess();
    await clock.run(call());
    windows.failure = new Error("unavailable");
    await clock.run(call());
    const { commands } = windows;
    await clock.advance(60_000);
    expect([windows.commands, clock.pending]).toEqual([commands, 0]);
    windows.failure = undefined;
    await clock.run(call());
    await flushPromises();
    expect(limiter.mode).toBe("shared");
  });

  it("has the state of the local window", async () => {
    const { clock, windows, startProcess } = simulateSharedLimit();
    const { limiter, call } = startProcess();
    windows.failure = new Error("unavailable");
    await clock.run(call());
    expect(limiter.state(operation)).toMatchObject({ limit: LIMIT, remaining: LIMIT - 1, blocked: false, queued: 0 });
  });
});

/** Events of the store, each with the delay before it in milliseconds. */
const events = fc.array(
  fc.tuple(fc.nat(12_000), fc.constantFrom("fails", "recovers", "recovers empty", "is cleared")),
  { maxLength: 8 },
);

it("loses no call and sends at most twice the limit per window, for any events of the store", async () => {
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 1, max: 4 }), fc.integer(), async (events, processes, seed) => {
      const { clock, windows, server, startProcess } = simulateSharedLimit({ maxWaitMs: Infinity });
      const startRetrying = () => startProcess(retry({ clock, deadlineMs: Infinity, random: seededRandom(seed) }));
      const calls = Array.from({ length: processes }, startRetrying).flatMap((process) => process.calls(15));
      const done = Promise.all(calls);
      for (const [pauseMs, event] of events) {
        await clock.advance(pauseMs);
        if (event !== "fails" && event !== "recovers") windows.clear();
        if (event !== "is cleared") windows.failure = event === "fails" ? new Error("unavailable") : undefined;
      }
      const responses = await clock.run(done);
      expect(responses.filter(({ ok }) => !ok)).toEqual([]);
      for (const { accepted, refused } of server.windows) expect(accepted + refused).toBeLessThanOrEqual(2 * LIMIT);
      await clock.advance(60_000);
      expect(clock.pending).toBe(0);
    }),
  );
}, 30_000);
