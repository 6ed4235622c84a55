import { describe, expect, it } from "vitest";
import { alone, ask, limit, refused, sendAll, told, untold, windowWith } from "../test-utils/rate-limit-windows.ts";

describe("an unknown window", () => {
  it.each([limit, undefined])("is opened by one request with the limit %j in the spec", (stated) => {
    const window = windowWith(stated);
    expect(sendAll(window)).toHaveLength(1);
  });

  it("is probed again when the probe got no response, or one without information", () => {
    const window = windowWith(limit);
    ask(window, undefined);
    expect(sendAll(window)).toHaveLength(1);
    ask(window, { ok: false });
    expect(sendAll(window)).toHaveLength(1);
  });

  it("uses the limit from the spec when the server states none", () => {
    const window = windowWith(limit);
    ask(window, untold);
    expect(sendAll(window)).toHaveLength(59);
    expect([window.canSend(false, 60_049), sendAll(window, 60_050).length]).toEqual([false, 1]);
  });

  it("delays nothing when neither the spec nor the server states a limit", () => {
    const window = windowWith(undefined);
    ask(window, untold);
    expect(window.remaining(0)).toBe(Infinity);
    expect(window.canSend(true, 0)).toBe(true);
    ask(window, told(1));
    expect(sendAll(window)).toHaveLength(59);
  });
});

describe("a known window", () => {
  it("has the limit from the server, not from the spec", () => {
    const window = windowWith(limit);
    ask(window, { ...told(1), remaining: 9 });
    expect([window.limit(), window.remaining(0)]).toEqual([10, 9]);
  });

  it("permits everything that is left at once when no other client was seen", () => {
    expect(sendAll(alone(), 60_050)).toHaveLength(59);
  });

  it("doubles its burst while it is unknown whether there are other clients", () => {
    const window = windowWith(limit);
    ask(window, told(1));
    const first = sendAll(window);
    expect(first).toHaveLength(2);
    for (const [index, permit] of first.entries()) window.record(permit, told(2 + index), 0);
    expect(sendAll(window)).toHaveLength(4);
  });

  it("permits few requests at a time beside other clients", () => {
    const window = windowWith(limit);
    ask(window, told(30));
    expect(sendAll(window)).toHaveLength(1);
  });

  it("reserves a tenth for interactive calls", () => {
    const window = alone();
    expect([sendAll(window, 60_050, true).length, sendAll(window, 60_050).length]).toEqual([53, 6]);
  });

  it("uses the lowest count, in whatever order responses arrive", () => {
    const window = alone();
    const [early, late] = [window.reserve(60_050), window.reserve(60_050)];
    window.record(late, told(3, 60_000, 1_060_000), 60_100);
    window.record(early, told(2, 60_000, 1_060_000), 60_101);
    expect(window.remaining(60_101)).toBe(57);
  });

  it("ignores a response of the previous window", () => {
    const window = windowWith(limit);
    ask(window, told(58));
    const late = window.reserve(0);
    ask(window, told(1, 60_000, 1_060_000), 61_050);
    window.record(late, told(59), 61_060);
    expect(window.remaining(61_060)).toBe(59);
  });

  it("ends, and a probe opens the next one", () => {
    const window = windowWith(limit);
    ask(window, told(60, 20_000));
    expect([window.canSend(false, 21_049), sendAll(window, 21_050).length]).toEqual([false, 1]);
  });
});

describe("a 429", () => {
  it("pauses all calls for its delay, and a probe follows", () => {
    const window = alone();
    ask(window, refused(7_000), 60_060);
    expect([window.canSend(false, 67_059), sendAll(window, 67_060).length]).toEqual([false, 1]);
  });

  it("pauses for the longest of several delays", () => {
    const window = alone();
    const [first, second] = [window.reserve(60_050), window.reserve(60_050)];
    window.record(first, refused(9_000), 60_060);
    window.record(second, refused(2_000), 60_061);
    expect(window.endsAtMs(60_061)).toBe(69_060);
  });

  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [10, 60_000],
  ])("without a delay, %i times in a row, pauses for %i ms", (times, closedMs) => {
    const window = windowWith(undefined);
    let nowMs = 0;
    for (let count = 0; count < times; count += 1) {
      if (window.endsAtMs(nowMs) < Infinity) nowMs = window.endsAtMs(nowMs);
      ask(window, refused(), nowMs);
    }
    expect(window.endsAtMs(nowMs) - nowMs).toBe(closedMs);
  });

  it("without a delay pauses for a second when no window end is known", () => {
    const window = windowWith(undefined);
    ask(window, untold);
    ask(window, refused());
    expect(window.endsAtMs(0)).toBe(1_000);
  });

  it("without a delay pauses until the end of a known window", () => {
    const window = windowWith(limit);
    ask(window, told(30, 20_000));
    ask(window, refused(), 100);
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
  ] as const)("behind %i others is, for %s calls, %i ms", (ahead, priority, waitMs) => {
    expect(alone().estimatedWaitMs(ahead, priority === "bulk", 60_050)).toBe(waitMs);
  });

  it("is 0 when nothing is known", () => {
    expect(windowWith(undefined).estimatedWaitMs(1_000, true, 0)).toBe(0);
  });
});
