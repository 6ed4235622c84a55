import { expect, it } from "vitest";
import { CASES, type Case } from "./cases.ts";
import type { Run } from "./simulate.ts";
import { summarise } from "./summary.ts";

const perfect: Run = {
  successes: [],
  refusals: [],
  seconds: 540,
  requests: 600,
  refused: 0,
  refusedInWindow: 0,
  failed: 0,
  unfinished: 0,
};
const runs = (...changes: Partial<Run>[]): Run[] => changes.map((change) => Object.assign({}, perfect, change));

function caseOf(id: string): Case {
  const found = CASES.find((conditions) => conditions.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

it("measures time against the ideal, on average and at worst", () => {
  const { meanSeconds, worstSeconds, efficiency, worstEfficiency } = summarise(
    runs({ seconds: 540 }, { seconds: 675 }),
    caseOf("alone"),
  );
  expect([meanSeconds, worstSeconds]).toEqual([607.5, 675]);
  expect([efficiency, worstEfficiency]).toEqual([540 / 607.5, 0.8]);
});

it.each<[string, string, Partial<Run>]>([
  ["calls fail", "alone", { failed: 1 }],
  ["calls never end", "alone", { unfinished: 1 }],
  ["somebody else takes part", "others", {}],
])("knows no efficiency where %s", (_, id, change) => {
  expect(summarise(runs({}, change), caseOf(id)).efficiency).toBeUndefined();
});

it("counts 429s by their mean, their median and the worst", () => {
  const { meanRefused, medianRefused, worstRefused, worstRefusedInWindow } = summarise(
    runs({ refused: 0 }, { refused: 9, refusedInWindow: 4 }, { refused: 1, refusedInWindow: 1 }, { refused: 2 }),
    caseOf("alone"),
  );
  expect({ meanRefused, medianRefused, worstRefused, worstRefusedInWindow }).toEqual({
    meanRefused: 3,
    medianRefused: 1.5,
    worstRefused: 9,
    worstRefusedInWindow: 4,
  });
});

it("counts calls that never ended as failed", () => {
  const summary = summarise(runs({ failed: 2, unfinished: 4 }, {}), caseOf("alone"));
  expect(summary).toMatchObject({ meanFailed: 3, worstFailed: 6, isEndless: true });
});
