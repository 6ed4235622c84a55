import { describe, expect, it } from "vitest";
import { CASES, type Case, type Target } from "./cases.ts";
import { judge, rowOf, summarise, type Summary } from "./report.ts";
import type { Run } from "./simulate.ts";

const perfect: Run = {
  successes: [],
  refusals: [],
  seconds: 540,
  refused: 0,
  refusedInWindow: 0,
  failed: 0,
  unfinished: 0,
};
const runs = (...changes: Partial<Run>[]): Run[] => changes.map((change) => Object.assign({}, perfect, change));

const summary: Summary = {
  meanSeconds: 541,
  worstSeconds: 542,
  efficiency: 0.9986,
  worstEfficiency: 0.996,
  meanRefused: 0,
  medianRefused: 0,
  worstRefused: 0,
  worstRefusedInWindow: 0,
  meanFailed: 0,
  worstFailed: 0,
  isEndless: false,
};

function caseOf(id: string): Case {
  const found = CASES.find((conditions) => conditions.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

const missed = (target: Target, changes: Partial<Summary>): string[] =>
  judge({ ...caseOf("alone"), target }, { ...summary, ...changes }).flatMap(({ passed, metric }) =>
    passed ? [] : [metric],
  );

describe("summarise", () => {
  it("compares the mean and the worst time with the ideal", () => {
    const result = summarise(runs({ seconds: 540 }, { seconds: 675 }), caseOf("alone"));
    expect(result).toMatchObject({ meanSeconds: 607.5, worstSeconds: 675 });
    expect(result).toMatchObject({ efficiency: 540 / 607.5, worstEfficiency: 0.8 });
  });

  it.each<[string, string, Partial<Run>]>([
    ["calls fail", "alone", { failed: 1 }],
    ["calls never end", "alone", { unfinished: 1 }],
    ["there is another consumer", "others", {}],
  ])("leaves efficiency undefined when %s", (_, id, change) => {
    expect(summarise(runs({}, change), caseOf(id)).efficiency).toBeUndefined();
  });

  it("counts 429s by mean, median and worst", () => {
    const refusals = [
      { refused: 0 },
      { refused: 9, refusedInWindow: 4 },
      { refused: 1, refusedInWindow: 1 },
      { refused: 2 },
    ];
    expect(summarise(runs(...refusals), caseOf("alone"))).toMatchObject({
      meanRefused: 3,
      medianRefused: 1.5,
      worstRefused: 9,
      worstRefusedInWindow: 4,
    });
  });

  it("counts calls that never end as failed", () => {
    const result = summarise(runs({ failed: 2, unfinished: 4 }, {}), caseOf("alone"));
    expect(result).toMatchObject({ meanFailed: 3, worstFailed: 6, isEndless: true });
  });
});

describe("rowOf", () => {
  it("prints means, without rounding small ones to 0", () => {
    const figures = { meanSeconds: 540.73, meanRefused: 2221.4, worstRefusedInWindow: 420, meanFailed: 0.2 };
    expect(rowOf({ ...summary, ...figures })).toEqual({
      seconds: "540.7",
      efficiency: "99.9%",
      "429s": "2,221",
      "429s in a window": 420,
      "failed calls": "0.2",
    });
  });

  it("prints no time for a run that was stopped", () => {
    const row = rowOf({ ...summary, meanRefused: 2221, isEndless: true, efficiency: undefined });
    expect(row).toMatchObject({ seconds: "endless", efficiency: "-", "429s": "> 2,221" });
  });
});

describe("judge", () => {
  it("accepts figures that equal their targets", () => {
    const times = { efficiency: 0.996, seconds: 542, meanSeconds: 541 };
    expect(missed({ ...times, refused: 0, medianRefused: 0, refusedInWindow: 0 }, {})).toEqual([]);
  });

  it.each<[string, Target, Partial<Summary>]>([
    ["efficiency, worst", { efficiency: 0.995 }, { worstEfficiency: 0.9949 }],
    ["efficiency, worst", { efficiency: 0.995 }, { worstEfficiency: undefined }],
    ["seconds, worst", { seconds: 542 }, { worstSeconds: 542.1 }],
    ["seconds, mean", { meanSeconds: 541 }, { meanSeconds: 541.1 }],
    ["429s, worst", { refused: 0 }, { worstRefused: 1 }],
    ["429s, median", { medianRefused: 0 }, { medianRefused: 0.5 }],
    ["429s in a window, worst", { refusedInWindow: 4 }, { worstRefusedInWindow: 5 }],
    ["calls that failed, worst", {}, { worstFailed: 1 }],
  ])("rejects %s", (metric, target, changes) => {
    expect(missed(target, changes)).toEqual([metric]);
  });

  it.each(CASES.map(({ id, target }) => [id, target] as const))("has a target for %s", (_, target) => {
    expect(Object.keys(target)).not.toEqual([]);
  });
});
