import { expect, it } from "vitest";
import type { Summary } from "./summary.ts";
import { rowOf } from "./table.ts";

const summary: Summary = {
  meanSeconds: 540.73,
  worstSeconds: 600,
  efficiency: 0.9986,
  worstEfficiency: 0.9,
  meanRefused: 2221.4,
  medianRefused: 0,
  worstRefused: 2_500,
  worstRefusedInWindow: 420,
  meanFailed: 0,
  worstFailed: 0,
  isEndless: false,
};

it("shows means", () => {
  expect(rowOf("somebody", summary)).toEqual({
    contender: "somebody",
    seconds: "540.7",
    efficiency: "99.9%",
    "429s": "2,221",
    "429s in a window": 420,
    "failed calls": "0",
  });
});

it("does not round a few away to none", () => {
  expect(rowOf("somebody", { ...summary, meanRefused: 0.1, meanFailed: 0.2 })).toMatchObject({
    "429s": "0.1",
    "failed calls": "0.2",
  });
});

it("gives no time to whoever would never have ended", () => {
  expect(rowOf("somebody", { ...summary, isEndless: true, efficiency: undefined })).toMatchObject({
    seconds: "endless",
    efficiency: "-",
    "429s": "> 2,221",
  });
});
