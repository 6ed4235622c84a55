import { describe, expect, it } from "vitest";
import { alone, ask, limit, refused, sendAll, told, untold } from "../test-utils/pacing.ts";
import { createPace } from "./pace.ts";

describe("a window that is not known", () => {
  it.each([limit, undefined])("is opened by one request, whether the spec states a limit or not: %j", (stated) => {
    const pace = createPace(stated);
    expect(sendAll(pace)).toHaveLength(1);
  });

  it("is probed again when the probe got no answer, or one that tells nothing", () => {
    const pace = createPace(limit);
    ask(pace, undefined);
    expect(sendAll(pace)).toHaveLength(1);
    ask(pace, { ok: false });
    expect(sendAll(pace)).toHaveLength(1);
  });

  it("is counted by the spec's figure when the server tells none", () => {
    const pace = createPace(limit);
    ask(pace, untold);
    expect(sendAll(pace)).toHaveLength(59);
    expect([pace.isOpen(false, 60_049), sendAll(pace, 60_050).length]).toEqual([false, 1]);
  });

  it("does not hold anything back when neither the spec nor the server tells a figure", () => {
    const pace = createPace(undefined);
    ask(pace, untold);
    expect(pace.remaining(0)).toBe(Infinity);
    expect(pace.isOpen(true, 0)).toBe(true);
    ask(pace, told(1));
    expect(sendAll(pace)).toHaveLength(59);
  });
});

describe("a known window", () => {
  it("has the limit the server told, not the spec's", () => {
    const pace = createPace(limit);
    ask(pace, { ...told(1), remaining: 9 });
    expect([pace.limit(), pace.remaining(0)]).toEqual([10, 9]);
  });

  it("lets through what is left at once, when nobody else was seen", () => {
    expect(sendAll(alone(), 60_050)).toHaveLength(59);
  });

  it("is tried out with a doubling burst when it is not known whether anybody else is there", () => {
    const pace = createPace(limit);
    ask(pace, told(1));
    const first = sendAll(pace);
    expect(first).toHaveLength(2);
    for (const [index, pass] of first.entries()) pace.receive(pass, told(2 + index), 0);
    expect(sendAll(pace)).toHaveLength(4);
  });

  it("is used a little at a time when others use it too", () => {
    const pace = createPace(limit);
    ask(pace, told(30));
    expect(sendAll(pace)).toHaveLength(1);
  });

  it("keeps a tenth for interactive calls", () => {
    const pace = alone();
    expect([sendAll(pace, 60_050, true).length, sendAll(pace, 60_050).length]).toEqual([53, 6]);
  });

  it("takes the lowest count, in whatever order answers arrive", () => {
    const pace = alone();
    const [early, late] = [pace.send(60_050), pace.send(60_050)];
    pace.receive(late, told(3, 60_000, 1_060_000), 60_100);
    pace.receive(early, told(2, 60_000, 1_060_000), 60_101);
    expect(pace.remaining(60_101)).toBe(57);
  });

  it("does not believe an answer of the window before", () => {
    const pace = createPace(limit);
    ask(pace, told(58));
    const late = pace.send(0);
    ask(pace, told(1, 60_000, 1_060_000), 61_050);
    pace.receive(late, told(59), 61_060);
    expect(pace.remaining(61_060)).toBe(59);
  });

  it("is over at its end, and a probe opens the next", () => {
    const pace = createPace(limit);
    ask(pace, told(60, 20_000));
    expect([pace.isOpen(false, 21_049), sendAll(pace, 21_050).length]).toEqual([false, 1]);
  });
});

describe("a 429", () => {
  it("closes the gate for as long as it says, and a probe opens it", () => {
    const pace = alone();
    ask(pace, refused(7_000), 60_060);
    expect([pace.isOpen(false, 67_059), sendAll(pace, 67_060).length]).toEqual([false, 1]);
  });

  it("of several counts the one that asks for most", () => {
    const pace = alone();
    const [first, second] = [pace.send(60_050), pace.send(60_050)];
    pace.receive(first, refused(9_000), 60_060);
    pace.receive(second, refused(2_000), 60_061);
    expect(pace.endsAtMs(60_061)).toBe(69_060);
  });

  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [10, 60_000],
  ])("that does not say for how long, %i times in a row, closes it for %i ms", (times, closedMs) => {
    const pace = createPace(undefined);
    let nowMs = 0;
    for (let count = 0; count < times; count += 1) {
      if (pace.endsAtMs(nowMs) < Infinity) nowMs = pace.endsAtMs(nowMs);
      ask(pace, refused(), nowMs);
    }
    expect(pace.endsAtMs(nowMs) - nowMs).toBe(closedMs);
  });

  it("that does not say for how long closes it for a second where nothing ever told an end", () => {
    const pace = createPace(undefined);
    ask(pace, untold);
    ask(pace, refused());
    expect(pace.endsAtMs(0)).toBe(1_000);
  });

  it("that does not say for how long, in a window whose end is known, closes it until then", () => {
    const pace = createPace(limit);
    ask(pace, told(30, 20_000));
    ask(pace, refused(), 100);
    expect(pace.endsAtMs(100)).toBe(21_050);
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
    expect(alone().waitMs(ahead, priority === "bulk", 60_050)).toBe(waitMs);
  });

  it("is none when nothing is known", () => {
    expect(createPace(undefined).waitMs(1_000, true, 0)).toBe(0);
  });
});
