import { describe, expect, it } from "vitest";
import { limit, rateLimitInfo, tooManyRequests } from "../test-utils/rate-limit-windows.ts";
import { createWindow, sendGranted, sendProbe } from "../test-utils/redis/shared-windows.ts";
import { UNKNOWN_LIMIT } from "./window-store.ts";

describe("a grant", () => {
  it("permits one request", () => {
    const window = createWindow(limit);
    expect(window.canSend(false, 0)).toBe(false);
    window.recordTake({ kind: "granted", remaining: 30, endsInMs: 1_000 }, "interactive", 0);
    expect(window.canSend(false, 999)).toBe(true);
    window.reserve(false, 0);
    expect(window.canSend(false, 0)).toBe(false);
  });

  it("ends with its window, except for a probe", () => {
    const window = createWindow(limit);
    window.recordTake({ kind: "granted", remaining: 30, endsInMs: 1_000 }, "interactive", 500);
    expect([window.canSend(false, 1_499), window.canSend(false, 1_500)]).toEqual([true, false]);
    window.recordTake({ kind: "probe" }, "interactive", 1_500);
    expect([window.canSend(false, 900_000), window.canSend(true, 900_000)]).toEqual([true, true]);
  });

  it.each([
    ["interactive", 6, true],
    ["interactive", 5, false],
    ["bulk", 5, true],
  ] as const)(
    "permits bulk calls depending on the reserve (%s call, %i left: %s)",
    (priority, remaining, allowsBulk) => {
      const window = createWindow(limit);
      window.recordTake({ kind: "granted", remaining, endsInMs: 1_000 }, priority, 0);
      expect([window.canSend(true, 0), window.canSend(false, 0)]).toEqual([allowsBulk, true]);
    },
  );

  it("permits bulk calls when no limit is known", () => {
    const window = createWindow(undefined);
    window.recordTake({ kind: "granted", remaining: 0, endsInMs: 1_000 }, "interactive", 0);
    expect(window.canSend(true, 0)).toBe(true);
  });

  it.each([{ kind: "granted", remaining: 5, endsInMs: 100 }, { kind: "probe" }] as const)(
    "is not used when it arrives after a 429 or in local mode: $kind",
    (take) => {
      const closed = createWindow(limit);
      closed.record(sendGranted(closed, 50), tooManyRequests(5_000), 0);
      closed.recordTake(take, "interactive", 0);
      expect(closed.canSend(false, 0)).toBe(false);
      const local = createWindow(limit);
      local.setMode("local");
      local.recordTake(take, "interactive", 0);
      expect(local.reserve(false, 0).grant).toBeUndefined();
      local.setMode("shared");
      expect([local.canSend(false, 0), local.nextPollMs("interactive") > 0]).toEqual([false, false]);
    },
  );

  it("is dropped when the store fails before it is used", () => {
    const window = createWindow(limit);
    window.recordTake({ kind: "granted", remaining: 5, endsInMs: 100 }, "interactive", 0);
    window.setMode("local");
    window.setMode("shared");
    expect(window.canSend(false, 0)).toBe(false);
  });
});

describe("polling", () => {
  it("resumes on the response to the probe, not on the response to another request", () => {
    const window = createWindow(limit);
    const [sent, probing] = [sendGranted(window, 50), sendProbe(window)];
    window.record(sent, rateLimitInfo(10), 0);
    expect(window.nextPollMs("interactive")).toBe(5_000);
    window.record(probing, rateLimitInfo(11), 0);
    expect(window.nextPollMs("interactive")).toBeLessThan(0);
  });

  it("restarts at once when the store is available again", () => {
    const window = createWindow(limit);
    window.recordTake({ kind: "full", waitMs: 50_000 }, "interactive", 0);
    window.setMode("local");
    window.setMode("shared");
    expect(window.nextPollMs("interactive")).toBeLessThan(0);
  });
});

describe("the state", () => {
  it("reflects the last result of the store until its window ends", () => {
    const window = createWindow(limit);
    expect([window.limit(), window.remaining(0), window.endsAtMs(0)]).toEqual([60, 60, Infinity]);
    sendGranted(window, 30, 0, 1_000);
    expect([window.remaining(999), window.endsAtMs(999)]).toEqual([30, 1_000]);
    expect([window.remaining(1_000), window.endsAtMs(1_000)]).toEqual([60, Infinity]);
    window.recordTake({ kind: "full", waitMs: 500 }, "bulk", 0);
    expect(window.remaining(0)).toBe(30);
    window.recordTake({ kind: "full", waitMs: 500 }, "interactive", 0);
    expect([window.remaining(0), window.endsAtMs(0)]).toEqual([0, 500]);
    sendProbe(window);
    window.recordTake({ kind: "probing", waitMs: 500 }, "interactive", 0);
    expect([window.remaining(0), window.endsAtMs(0)]).toEqual([60, Infinity]);
  });

  it("is updated by responses", () => {
    const window = createWindow(limit);
    window.record(sendGranted(window, 50), rateLimitInfo(20), 0);
    expect(window.remaining(0)).toBe(40);
    window.record(sendProbe(window), tooManyRequests(5_000), 0);
    expect([window.remaining(0), window.endsAtMs(0)]).toEqual([0, 5_000]);
  });

  it("has an infinite limit and remaining count when no limit is known", () => {
    const window = createWindow(undefined);
    sendGranted(window, UNKNOWN_LIMIT - 5);
    expect([window.limit(), window.remaining(0)]).toEqual([Infinity, Infinity]);
  });

  it("reflects the local window in local mode", () => {
    const window = createWindow(limit);
    sendGranted(window, 30);
    window.setMode("local");
    expect([window.remaining(0), window.endsAtMs(0)]).toEqual([59, Infinity]);
  });
});

describe("the estimated wait", () => {
  it("is at least the time for which its priority is blocked", () => {
    const window = createWindow(limit);
    window.recordTake({ kind: "full", waitMs: 500 }, "bulk", 100);
    expect([window.estimatedWaitMs(0, true, 200), window.estimatedWaitMs(0, false, 200)]).toEqual([400, 0]);
    window.setMode("local");
    expect(window.estimatedWaitMs(0, true, 200)).toBe(0);
  });

  it("includes the calls ahead in the same process", () => {
    expect(createWindow(limit).estimatedWaitMs(60, false, 0)).toBe(60_000);
  });
});

describe("local mode", () => {
  it("permits one request at a time, including those sent in shared mode", () => {
    const window = createWindow(limit);
    const permits = [sendGranted(window, 30), sendGranted(window, 29)];
    window.setMode("local");
    for (const [index, permit] of permits.entries()) {
      expect(window.canSend(false, 0)).toBe(false);
      window.record(permit, rateLimitInfo(index + 1), 0);
    }
    expect(window.canSend(false, 0)).toBe(true);
    window.reserve(false, 0);
    expect(window.canSend(false, 0)).toBe(false);
  });

  it("respects the local window", () => {
    const window = createWindow(limit);
    window.setMode("local");
    window.record(window.reserve(false, 0), rateLimitInfo(55), 0);
    expect([window.canSend(true, 0), window.canSend(false, 0)]).toEqual([false, true]);
    window.record(window.reserve(false, 0), rateLimitInfo(60), 0);
    expect(window.canSend(false, 0)).toBe(false);
  });
});
