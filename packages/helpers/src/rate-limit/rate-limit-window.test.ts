import { describe, expect, it } from "vitest";
import {
  createUnsharedWindow,
  sendOne,
  limit,
  tooManyRequests,
  reserveAll,
  rateLimitInfo,
  noHeaders,
  createWindow,
} from "../test-utils/rate-limit-windows.ts";

describe("an unknown window", () => {
  it.each([limit, undefined])("permits one request with the limit %j from the spec", (specLimit) => {
    const window = createWindow(specLimit);
    expect(reserveAll(window)).toHaveLength(1);
  });

  it("permits another probe when the probe got no response, or one without information", () => {
    const window = createWindow(limit);
    sendOne(window, undefined);
    expect(reserveAll(window)).toHaveLength(1);
    sendOne(window, { ok: false });
    expect(reserveAll(window)).toHaveLength(1);
  });

  it("uses the limit from the spec when the server states none", () => {
    const window = createWindow(limit);
    sendOne(window, noHeaders);
    expect(reserveAll(window)).toHaveLength(59);
    expect([window.canSend(false, 60_049), reserveAll(window, 60_050).length]).toEqual([false, 1]);
  });

  it("delays no call when neither the spec nor the server states a limit", () => {
    const window = createWindow(undefined);
    sendOne(window, noHeaders);
    expect(window.remaining(0)).toBe(Infinity);
    expect(window.canSend(true, 0)).toBe(true);
    sendOne(window, rateLimitInfo(1));
    expect(reserveAll(window)).toHaveLength(59);
  });
});

describe("a known window", () => {
  it("has the limit from the server, not from the spec", () => {
    const window = createWindow(limit);
    sendOne(window, { ...rateLimitInfo(1), remaining: 9 });
    expect([window.limit(), window.remaining(0)]).toEqual([10, 9]);
  });

  it("permits all remaining requests at once when no other client was seen", () => {
    expect(reserveAll(createUnsharedWindow(), 60_050)).toHaveLength(59);
  });

  it("doubles the burst while it is unknown whether other clients exist", () => {
    const window = createWindow(limit);
    sendOne(window, rateLimitInfo(1));
    const first = reserveAll(window);
    expect(first).toHaveLength(2);
    for (const [index, permit] of first.entries()) window.record(permit, rateLimitInfo(2 + index), 0);
    expect(reserveAll(window)).toHaveLength(4);
  });

  it("permits few requests at a time when other clients are seen", () => {
    const window = createWindow(limit);
    sendOne(window, rateLimitInfo(30));
    expect(reserveAll(window)).toHaveLength(1);
  });

  it("reserves a tenth for interactive calls", () => {
    const window = createUnsharedWindow();
    expect([reserveAll(window, 60_050, true).length, reserveAll(window, 60_050).length]).toEqual([53, 6]);
  });

  it("uses the lowest remaining count when responses arrive out of order", () => {
    const window = createUnsharedWindow();
    const [early, late] = [window.reserve(false, 60_050), window.reserve(false, 60_050)];
    window.record(late, rateLimitInfo(3, 60_000, 1_060_000), 60_100);
    window.record(early, rateLimitInfo(2, 60_000, 1_060_000), 60_101);
    expect(window.remaining(60_101)).toBe(57);
  });

  it("ignores a response of the previous window", () => {
    const window = createWindow(limit);
    sendOne(window, rateLimitInfo(58));
    const late = window.reserve(false, 0);
    sendOne(window, rateLimitInfo(1, 60_000, 1_060_000), 61_050);
    window.record(late, rateLimitInfo(59), 61_060);
    expect(window.remaining(61_060)).toBe(59);
  });

  it("permits one probe after its end", () => {
    const window = createWindow(limit);
    sendOne(window, rateLimitInfo(60, 20_000));
    expect([window.canSend(false, 21_049), reserveAll(window, 21_050).length]).toEqual([false, 1]);
  });
});

describe("a 429", () => {
  it("pauses all calls for its delay, and then permits a probe", () => {
    const window = createUnsharedWindow();
    sendOne(window, tooManyRequests(7_000), 60_060);
    expect([window.canSend(false, 67_059), reserveAll(window, 67_060).length]).toEqual([false, 1]);
  });

  it("pauses for the longest of several delays", () => {
    const window = createUnsharedWindow();
    const [first, second] = [window.reserve(false, 60_050), window.reserve(false, 60_050)];
    window.record(first, tooManyRequests(9_000), 60_060);
    window.record(second, tooManyRequests(2_000), 60_061);
    expect(window.endsAtMs(60_061)).toBe(69_060);
  });

  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [10, 60_000],
  ])("doubles the pause with each 429 that states no delay (%i in a row: %i ms)", (times, pauseMs) => {
    const window = createWindow(undefined);
    let nowMs = 0;
    for (let count = 0; count < times; count += 1) {
      if (window.endsAtMs(nowMs) < Infinity) nowMs = window.endsAtMs(nowMs);
      sendOne(window, tooManyRequests(), nowMs);
    }
    expect(window.endsAtMs(nowMs) - nowMs).toBe(pauseMs);
  });

  it("pauses for a second when neither its delay nor the end of the window is known", () => {
    const window = createWindow(undefined);
    sendOne(window, noHeaders);
    sendOne(window, tooManyRequests());
    expect(window.endsAtMs(0)).toBe(1_000);
  });

  it("pauses until the end of a known window when it has no delay", () => {
    const window = createWindow(limit);
    sendOne(window, rateLimitInfo(30, 20_000));
    sendOne(window, tooManyRequests(), 100);
    expect(window.endsAtMs(100)).toBe(21_050);
  });
});

describe("the estimated wait", () => {
  it.each([
    [0, "interactive", 0],
    [58, "interactive", 0],
    [59, "interactive", 60_050],
    [118, "interactive", 60_050],
    [119, "interactive", 120_050],
    [52, "bulk", 0],
    [53, "bulk", 60_050],
    [107, "bulk", 120_050],
  ] as const)("depends on the position and the priority (%i ahead, %s: %i ms)", (ahead, priority, waitMs) => {
    expect(createUnsharedWindow().estimatedWaitMs(ahead, priority === "bulk", 60_050)).toBe(waitMs);
  });

  it("is 0 when no limit is known", () => {
    expect(createWindow(undefined).estimatedWaitMs(1_000, true, 0)).toBe(0);
  });
});
