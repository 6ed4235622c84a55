import { expect, it } from "vitest";
import { CASES, type Case, type Target } from "./cases.ts";
import { judge } from "./judge.ts";
import type { Summary } from "./summary.ts";

const summary: Summary = {
  meanSeconds: 541,
  worstSeconds: 542,
  efficiency: 0.998,
  worstEfficiency: 0.996,
  meanRefused: 0,
  medianRefused: 0,
  worstRefused: 0,
  worstRefusedInWindow: 0,
  meanFailed: 0,
  worstFailed: 0,
  isEndless: false,
};

const missed = (target: Target, changes: Partial<Summary>): string[] => {
  const [conditions] = CASES;
  const judged: Case | undefined = conditions && { ...conditions, target };
  if (!judged) throw new Error("There is no case");
  return judge(judged, { ...summary, ...changes }).flatMap(({ reached, figure }) => (reached ? [] : [figure]));
};

it("is content when every figure is reached, to the last digit", () => {
  const target = {
    efficiency: 0.996,
    seconds: 542,
    meanSeconds: 541,
    refused: 0,
    medianRefused: 0,
    refusedInWindow: 0,
  };
  expect(missed(target, {})).toEqual([]);
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
])("misses %s", (figure, target, changes) => {
  expect(missed(target, changes)).toEqual([figure]);
});

it.each(CASES.map(({ id, target }) => [id, target] as const))("has a figure for %s", (_, target) => {
  expect(Object.keys(target)).not.toEqual([]);
});
