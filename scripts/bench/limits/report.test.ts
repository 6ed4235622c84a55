import { describe, expect, it } from "vitest";
import { CASES, type Case, type Target } from "./cases.ts";
import { compareToTarget, rowOf, summarize, type Summary } from "./report.ts";
import type { Run } from "./simulate.ts";

const perfect: Run = {
  successes: [],
  throttledPerBin: [],
  seconds: 540,
  throttled: 0,
  throttledInWindow: 0,
  failed: 0,
  unfinished: 0,
};
const runs = (...changes: Partial<Run>[]): Run[] => changes.map((change) => Object.assign({}, perfect, change));

const summary: Summary = {
  meanSeconds: 541,
  worstSeconds: 542,
  efficiency: 0.9986,
  worstEfficiency: 0.996,
  meanThrottled: 0,
  medianThrottled: 0,
  worstThrottled: 0,
  worstThrottledInWindow: 0,
  meanFailed: 0,
  worstFailed: 0,
  isUnfinished: false,
};

function caseOf(id: string): Case {
  const found = CASES.find((conditions) => conditions.id === id);
  if (!found) throw new Error(`Unknown case "${id}"`);
  return found;
}

const missedMetrics = (target: Target, changes: Partial<Summary>): string[] =>
  compareToTarget({ ...caseOf("single"), target }, { ...summary, ...changes }).flatMap(({ passed, metric }) =>
    passed ? [] : [metric],
  );

describe("summarize", () => {
  it("compares the mean and the worst time with the ideal", () => {
    const result = summarize(runs({ seconds: 540 }, { seconds: 675 }), caseOf("single"));
    expect(result).toMatchObject({ meanSeconds: 607.5, worstSeconds: 675 });
    expect(result).toMatchObject({ efficiency: 540 / 607.5, worstEfficiency: 0.8 });
  });

  it.each<[string, string, Partial<Run>]>([
    ["calls fail", "single", { failed: 1 }],
    ["calls do not finish", "single", { unfinished: 1 }],
    ["another consumer takes part", "other-consumer", {}],
  ])("leaves efficiency undefined when %s", (_, id, change) => {
    expect(summarize(runs({}, change), caseOf(id)).efficiency).toBeUndefined();
  });

  it("counts 429s by mean, median and worst", () => {
    const throttledPerBin = [
      { throttled: 0 },
      { throttled: 9, throttledInWindow: 4 },
      { throttled: 1, throttledInWindow: 1 },
      { throttled: 2 },
    ];
    expect(summarize(runs(...throttledPerBin), caseOf("single"))).toMatchObject({
      meanThrottled: 3,
      medianThrottled: 1.5,
      worstThrottled: 9,
      worstThrottledInWindow: 4,
    });
  });

  it("counts unfinished calls as failed", () => {
    const result = summarize(runs({ failed: 2, unfinished: 4 }, {}), caseOf("single"));
    expect(result).toMatchObject({ meanFailed: 3, worstFailed: 6, isUnfinished: true });
  });
});

describe("rowOf", () => {
  it("formats means without rounding small ones to 0", () => {
    const figures = { meanSeconds: 540.73, meanThrottled: 2221.4, worstThrottledInWindow: 420, meanFailed: 0.2 };
    expect(rowOf({ ...summary, ...figures })).toEqual({
      seconds: "540.7",
      efficiency: "99.9%",
      "429s": "2,221",
      "429s in a window": 420,
      "failed calls": "0.2",
    });
  });

  it("formats the time of a stopped run as unfinished", () => {
    const row = rowOf({ ...summary, meanThrottled: 2221, isUnfinished: true, efficiency: undefined });
    expect(row).toMatchObject({ seconds: "unfinished", efficiency: "-", "429s": "> 2,221" });
  });
});

describe("compareToTarget", () => {
  it("passes values that equal their targets", () => {
    const times = { efficiency: 0.996, seconds: 542, meanSeconds: 541 };
    expect(missedMetrics({ ...times, throttled: 0, medianThrottled: 0, throttledInWindow: 0 }, {})).toEqual([]);
  });

  it.each<[string, Target, Partial<Summary>]>([
    ["efficiency, worst", { efficiency: 0.995 }, { worstEfficiency: 0.9949 }],
    ["efficiency, worst", { efficiency: 0.995 }, { worstEfficiency: undefined }],
    ["seconds, worst", { seconds: 542 }, { worstSeconds: 542.1 }],
    ["seconds, mean", { meanSeconds: 541 }, { meanSeconds: 541.1 }],
    ["429s, worst", { throttled: 0 }, { worstThrottled: 1 }],
    ["429s, median", { medianThrottled: 0 }, { medianThrottled: 0.5 }],
    ["429s in a window, worst", { throttledInWindow: 4 }, { worstThrottledInWindow: 5 }],
    ["failed calls, worst", {}, { worstFailed: 1 }],
  ])("fails on %s", (metric, target, changes) => {
    expect(missedMetrics(target, changes)).toEqual([metric]);
  });

  it.each(CASES.map(({ id, target }) => [id, target] as const))("defines a target for %s", (_, target) => {
    expect(Object.keys(target)).not.toEqual([]);
  });
});
