import { describe, expect, it } from "vitest";
import { limit, probe, refused, sendGranted, told } from "../test-utils/shared-passes.ts";
import { createSharedPace } from "./shared-pace.ts";
import { NO_LIMIT } from "./shared-windows.ts";

describe("leave", () => {
  it("is there for one request, once it was granted", () => {
    const pace = createSharedPace(limit);
    expect(pace.isOpen(false, 0)).toBe(false);
    pace.accept({ kind: "granted", remaining: 30, endsInMs: 1_000 }, "interactive", 0);
    expect(pace.isOpen(false, 999)).toBe(true);
    pace.send(0);
    expect(pace.isOpen(false, 0)).toBe(false);
  });

  it("ends with its window, unless it is that of a probe", () => {
    const pace = createSharedPace(limit);
    pace.accept({ kind: "granted", remaining: 30, endsInMs: 1_000 }, "interactive", 500);
    expect([pace.isOpen(false, 1_499), pace.isOpen(false, 1_500)]).toEqual([true, false]);
    pace.accept({ kind: "probe" }, "interactive", 1_500);
    expect([pace.isOpen(false, 900_000), pace.isOpen(true, 900_000)]).toEqual([true, true]);
  });

  it.each([
    ["interactive", 6, true],
    ["interactive", 5, false],
    ["bulk", 5, true],
  ] as const)("that was asked for a %s call and leaves %i is for bulk work too: %s", (asked, remaining, mayBulk) => {
    const pace = createSharedPace(limit);
    pace.accept({ kind: "granted", remaining, endsInMs: 1_000 }, asked, 0);
    expect([pace.isOpen(true, 0), pace.isOpen(false, 0)]).toEqual([mayBulk, true]);
  });

  it("is for bulk work too where no limit is known", () => {
    const pace = createSharedPace(undefined);
    pace.accept({ kind: "granted", remaining: 0, endsInMs: 1_000 }, "interactive", 0);
    expect(pace.isOpen(true, 0)).toBe(true);
  });

  it.each([{ kind: "granted", remaining: 5, endsInMs: 100 }, { kind: "probe" }] as const)(
    "is not used that arrives after a 429, or after the keeper has failed: $kind",
    (take) => {
      const closed = createSharedPace(limit);
      closed.receive(sendGranted(closed, 50), refused(5_000), 0);
      closed.accept(take, "interactive", 0);
      expect(closed.isOpen(false, 0)).toBe(false);
      const local = createSharedPace(limit);
      local.setMode("local");
      local.accept(take, "interactive", 0);
      expect(local.send(0).grant).toBeUndefined();
      local.setMode("shared");
      expect([local.isOpen(false, 0), local.asksAtMs("interactive") > 0]).toEqual([false, false]);
    },
  );

  it("is lost when the keeper fails before it is used", () => {
    const pace = createSharedPace(limit);
    pace.accept({ kind: "granted", remaining: 5, endsInMs: 100 }, "interactive", 0);
    pace.setMode("local");
    pace.setMode("shared");
    expect(pace.isOpen(false, 0)).toBe(false);
  });
});

describe("asking", () => {
  it("waits for the answer to the probe, and no other", () => {
    const pace = createSharedPace(limit);
    const [sent, probing] = [sendGranted(pace, 50), probe(pace)];
    pace.receive(sent, told(10), 0);
    expect(pace.asksAtMs("interactive")).toBe(5_000);
    pace.receive(probing, told(11), 0);
    expect(pace.asksAtMs("interactive")).toBeLessThan(0);
  });

  it("is of use at once when the keeper is back", () => {
    const pace = createSharedPace(limit);
    pace.accept({ kind: "full", waitMs: 50_000 }, "interactive", 0);
    pace.setMode("local");
    pace.setMode("shared");
    expect(pace.asksAtMs("interactive")).toBeLessThan(0);
  });
});

describe("what is shown", () => {
  it("is the keeper's last word, for as long as its window lasts", () => {
    const pace = createSharedPace(limit);
    expect([pace.limit(), pace.remaining(0), pace.endsAtMs(0)]).toEqual([60, 60, Infinity]);
    sendGranted(pace, 30, 0, 1_000);
    expect([pace.remaining(999), pace.endsAtMs(999)]).toEqual([30, 1_000]);
    expect([pace.remaining(1_000), pace.endsAtMs(1_000)]).toEqual([60, Infinity]);
    pace.accept({ kind: "full", waitMs: 500 }, "bulk", 0);
    expect(pace.remaining(0)).toBe(30);
    pace.accept({ kind: "full", waitMs: 500 }, "interactive", 0);
    expect([pace.remaining(0), pace.endsAtMs(0)]).toEqual([0, 500]);
    probe(pace);
    pace.accept({ kind: "probing", waitMs: 500 }, "interactive", 0);
    expect([pace.remaining(0), pace.endsAtMs(0)]).toEqual([60, Infinity]);
  });

  it("is what an answer told since", () => {
    const pace = createSharedPace(limit);
    pace.receive(sendGranted(pace, 50), told(20), 0);
    expect(pace.remaining(0)).toBe(40);
    pace.receive(probe(pace), refused(5_000), 0);
    expect([pace.remaining(0), pace.endsAtMs(0)]).toEqual([0, 5_000]);
  });

  it("is no number where there is no limit", () => {
    const pace = createSharedPace(undefined);
    sendGranted(pace, NO_LIMIT - 5);
    expect([pace.limit(), pace.remaining(0)]).toEqual([Infinity, Infinity]);
  });

  it("is what the process knows itself while it paces itself", () => {
    const pace = createSharedPace(limit);
    sendGranted(pace, 30);
    pace.setMode("local");
    expect([pace.remaining(0), pace.endsAtMs(0)]).toEqual([59, Infinity]);
  });
});

describe("the wait that can be foreseen", () => {
  it("is that for which asking was refused, for its class", () => {
    const pace = createSharedPace(limit);
    pace.accept({ kind: "full", waitMs: 500 }, "bulk", 100);
    expect([pace.waitMs(0, true, 200), pace.waitMs(0, false, 200)]).toEqual([400, 0]);
    pace.setMode("local");
    expect(pace.waitMs(0, true, 200)).toBe(0);
  });

  it("counts those ahead in the process", () => {
    expect(createSharedPace(limit).waitMs(60, false, 0)).toBe(60_000);
  });
});

describe("local pacing", () => {
  it("lets one request go at a time, those counted that went before", () => {
    const pace = createSharedPace(limit);
    const passes = [sendGranted(pace, 30), sendGranted(pace, 29)];
    pace.setMode("local");
    for (const [index, pass] of passes.entries()) {
      expect(pace.isOpen(false, 0)).toBe(false);
      pace.receive(pass, told(index + 1), 0);
    }
    expect(pace.isOpen(false, 0)).toBe(true);
    pace.send(0);
    expect(pace.isOpen(false, 0)).toBe(false);
  });

  it("keeps to the window the process knows", () => {
    const pace = createSharedPace(limit);
    pace.setMode("local");
    pace.receive(pace.send(0), told(55), 0);
    expect([pace.isOpen(true, 0), pace.isOpen(false, 0)]).toEqual([false, true]);
    pace.receive(pace.send(0), told(60), 0);
    expect(pace.isOpen(false, 0)).toBe(false);
  });
});
