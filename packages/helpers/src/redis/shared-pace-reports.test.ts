import { describe, expect, it } from "vitest";
import { failed, limit, probe, refused, sendGranted, told, untold } from "../test-utils/shared-passes.ts";
import { createSharedPace } from "./shared-pace.ts";
import { NO_LIMIT } from "./shared-windows.ts";

describe("a report", () => {
  it("tells the window that a probe has opened, as it is when it is told", () => {
    const pace = createSharedPace(limit);
    pace.receive(probe(pace), told(1), 40);
    expect(pace.nextReport(100)).toEqual({
      kind: "window",
      remaining: 59,
      limit: 60,
      windowMs: 60_000,
      endsInMs: 59_990,
    });
    expect(pace.nextReport(100)).toBeUndefined();
  });

  it("tells the figures that the server gave, where the spec states others or none", () => {
    const pace = createSharedPace(undefined);
    pace.receive(probe(pace), told(1), 0);
    expect(pace.nextReport(0)).toEqual({
      kind: "window",
      remaining: 59,
      limit: 60,
      windowMs: 60_000,
      endsInMs: 61_050,
    });
  });

  it("goes by the spec where a success tells no figures", () => {
    const pace = createSharedPace({ requests: 10, windowSeconds: 5 });
    pace.receive(probe(pace), untold, 0);
    expect(pace.nextReport(0)).toEqual({ kind: "window", remaining: 9, limit: 10, windowMs: 5_000, endsInMs: 5_050 });
  });

  it("says for a while that there is no limit, where nobody states one", () => {
    const pace = createSharedPace(undefined);
    pace.receive(probe(pace), untold, 0);
    expect(pace.nextReport(1_000)).toEqual({
      kind: "window",
      remaining: NO_LIMIT,
      limit: NO_LIMIT,
      windowMs: 60_000,
      endsInMs: 59_000,
    });
  });

  it.each([undefined, failed])("says that a probe is lost that was answered with %j", (answer) => {
    const pace = createSharedPace(limit);
    pace.receive(probe(pace), answer, 0);
    expect(pace.nextReport(0)).toEqual({ kind: "lost" });
    expect(pace.nextReport(0)).toBeUndefined();
  });

  it("is made of a failure too that tells figures", () => {
    const pace = createSharedPace(limit);
    pace.receive(probe(pace), { ...told(1), ok: false }, 0);
    expect(pace.nextReport(0)).toMatchObject({ kind: "window", remaining: 59 });
  });

  it("says that a probe is lost that nobody was left to send, and only a probe", () => {
    const pace = createSharedPace(limit);
    pace.accept({ kind: "probe" }, "interactive", 0);
    pace.giveBack();
    expect([pace.isOpen(false, 0), pace.asksAtMs("interactive") > 0]).toEqual([false, false]);
    expect(pace.nextReport(0)).toEqual({ kind: "lost" });
    pace.accept({ kind: "granted", remaining: 5, endsInMs: 100 }, "interactive", 0);
    pace.giveBack();
    expect([pace.isOpen(false, 0), pace.nextReport(0)]).toEqual([false, undefined]);
  });

  it.each([
    [5_000, 5_000],
    [undefined, 1_000],
  ])("tells of a 429 that asked for %s ms", (retryAfterMs, forMs) => {
    const pace = createSharedPace(limit);
    pace.receive(probe(pace), refused(retryAfterMs), 0);
    expect(pace.nextReport(400)).toEqual({ kind: "closed", forMs: forMs - 400 });
  });

  it("tells of a 429 rather than of a window, whichever came first", () => {
    const pace = createSharedPace(limit);
    const [first, second, third] = [probe(pace), sendGranted(pace, 50), probe(pace)];
    pace.receive(first, told(1), 0);
    pace.receive(second, refused(5_000), 0);
    pace.receive(third, told(3), 0);
    expect(pace.nextReport(0)).toEqual({ kind: "closed", forMs: 5_000 });
    expect(pace.nextReport(0)).toBeUndefined();
  });

  it("is not made of what has ended meanwhile", () => {
    const pace = createSharedPace(limit);
    pace.receive(probe(pace), refused(5_000), 0);
    expect(pace.nextReport(5_000)).toBeUndefined();
  });

  it.each([
    [
      "less is left than was counted",
      told(20),
      { kind: "window", remaining: 40, limit: 60, windowMs: 60_000, endsInMs: 60_000 },
    ],
    ["as much is left as was counted", told(10), undefined],
    ["nothing is told", untold, undefined],
    ["no answer came", undefined, undefined],
  ])("is made of the answer to an ordinary request if %s", (_, answer, report) => {
    const pace = createSharedPace(limit);
    pace.receive(sendGranted(pace, 50), answer, 0);
    expect(pace.nextReport(0)).toEqual(report);
  });

  it("is not made of an answer that belongs to another window", () => {
    const pace = createSharedPace(limit);
    const late = sendGranted(pace, 50, 0, 30_000);
    sendGranted(pace, 50, 30_000, 30_000);
    pace.receive(late, told(59), 30_000);
    expect(pace.nextReport(30_000)).toBeUndefined();
    const old = sendGranted(pace, 50, 60_000, 1_000);
    pace.receive(old, told(59), 61_000);
    expect(pace.nextReport(61_000)).toBeUndefined();
  });

  it("tells what was sent by local pacing, those under way taken off", () => {
    const pace = createSharedPace(limit);
    pace.setMode("local");
    const [first] = [pace.send(0), pace.send(0)];
    pace.receive(first, told(1), 0);
    pace.setMode("shared");
    expect(pace.nextReport(0)).toMatchObject({ kind: "window", remaining: 58 });
    pace.setMode("local");
    pace.receive(pace.send(0), failed, 0);
    expect(pace.nextReport(0)).toBeUndefined();
  });
});
