import { describe, expect, it } from "vitest";
import { alone, ask, limit, refused, sendAll, told, untold, windowWith } from "../testing/pacing.ts";

describe("a window that is not known", () => {
  it.each([limit, undefined])("is opened by one request, whether the spec states a limit or not: %j", (stated) => {
    const window = windowWith(stated);
    expect(sendAll(window)).toHaveLength(1);
  });

  it("is probed again when the probe got no answer, or one that tells nothing", () => {
    const window = windowWith(limit);
    ask(window, undefined);
    expect(sendAll(window)).toHaveLength(1);
    ask(window, { ok: false });
    expect(sendAll(window)).toHaveLength(1);
  });

  it("is counted by the spec's figure when the server tells none", () => {
    const window = windowWith(limit);
    ask(window, untold);
    expect(sendAll(window)).toHaveLength(59);
    expect([window.canSend(false, 60_049), sendAll(window, 60_050).length]).toEqual([false, 1]);
  });

  it("does not hold anything back when neither the spec nor the server tells a figure", () => {
    const window = windowWith(undefined);
    ask(window, untold);
    expect(window.remaining(0)).toBe(Infinity);
    expect(window.canSend(true, 0)).toBe(true);
    ask(window, told(1));
    expect(sendAll(window)).toHaveLength(59);
  });
});

describe("a known window", () => {
  it("has the limit the server told, not the spec's", () => {
    const window = windowWith(limit);
    ask(window, { ...told(1), remaining: 9 });
    expect([window.limit(), window.remaining(0)]).toEqual([10, 9]);
  });

  it("lets through what is left at once, when nobody else was seen", () => {
    expect(sendAll(alone(), 60_050)).toHaveLength(59);
  });

  it("is tried out with a doubling burst when it is not known whether anybody else is there", () => {
    const window = windowWith(limit);
    ask(window, told(1));
    const first = sendAll(window);
    expect(first).toHaveLength(2);
    for (const [index, permit] of first.entries()) window.record(permit, told(2 + index), 0);
    expect(sendAll(window)).toHaveLength(4);
  });

  it("is used a little at a time when others use it too", () => {
    const window = windowWith(limit);
    ask(window, told(30));
    expect(sendAll(window)).toHaveLength(1);
  });

  it("keeps a tenth for interactive calls", () => {
    const window = alone();
    expect([sendAll(window, 60_050, true).length, sendAll(window, 60_050).length]).toEqual([53, 6]);
  });

  it("takes the lowest count, in whatever order answers arrive", () => {
    const window = alone();
    const [early, late] = [window.reserve(60_050), window.reserve(60_050)];
    window.record(late, told(3, 60_000, 1_060_000), 60_100);
    window.record(early, told(2, 60_000, 1_060_000), 60_101);
    expect(window.remaining(60_101)).toBe(57);
  });

  it("does not believe an answer of the window before", () => {
    const window = windowWith(limit);
    ask(window, told(58));
    const late = window.reserve(0);
    ask(window, told(1, 60_000, 1_060_000), 61_050);
    window.record(late, told(59), 61_060);
    expect(window.remaining(61_060)).toBe(59);
  });

  it("is over at its end, and a probe opens the next", () => {
    const window = windowWith(limit);
    ask(window, told(60, 20_000));
    expect([window.canSend(false, 21_049), sendAll(window, 21_050).length]).toEqual([false, 1]);
  });
});

describe("a 429", () => {
  it("closes the gate for as long as it says, and a probe opens it", () => {
    const window = alone();
    ask(window, refused(7_000), 60_060);
    expect([window.canSend(false, 67_059), sendAll(window, 67_060).length]).toEqual([false, 1]);
  });

  it("of several counts the one that asks for most", () => {
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
  ])("that does not say for how long, %i times in a row, closes it for %i ms", (times, closedMs) => {
    const window = windowWith(undefined);
    let nowMs = 0;
    for (let count = 0; count < times; count += 1) {
      if (window.endsAtMs(nowMs) < Infinity) nowMs = window.endsAtMs(nowMs);
      ask(window, refused(), nowMs);
    }
    expect(window.endsAtMs(nowMs) - nowMs).toBe(closedMs);
  });

  it("that does not say for how long closes it for a second where nothing ever told an end", () => {
    const window = windowWith(undefined);
    ask(window, untold);
    ask(window, refused());
    expect(window.endsAtMs(0)).toBe(1_000);
  });

  it("that does not say for how long, in a window whose end is known, closes it until then", () => {
    const window = windowWith(limit);
    ask(window, told(30, 20_000));
    ask(window, refused(), 100);
    expect(window.endsAtMs(100)).toBe(21_050);
  });
});

describe("the wait that can be foreseen", () => {
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

  it("is none when nothing is known", () => {
    expect(windowWith(undefined).estimatedWaitMs(1_000, true, 0)).toBe(0);
  });
});
