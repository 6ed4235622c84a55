import { expect, it } from "vitest";
import { outcomes } from "./outcomes.ts";

it("has each item once, the failures first", () => {
  const report = {
    succeeded: ["a"],
    rejected: [{ item: "b", error: new Error("no such user") }],
    unknown: [{ item: "c", error: new Error("no answer") }],
    notAttempted: ["d"],
    stoppedBy: new Error("stopped by hand"),
  };
  expect(outcomes(report, (item) => item.toUpperCase())).toEqual([
    { item: "B", outcome: "refused", reason: "no such user" },
    { item: "C", outcome: "unknown", reason: "no answer" },
    { item: "D", outcome: "not tried", reason: "stopped by hand" },
    { item: "A", outcome: "done", reason: "" },
  ]);
});
