import { InputError } from "@segment-iam/client";
import { expect, it } from "vitest";
import { toBulkOutcomes } from "./bulk-report-view.tsx";

it("lists each item once, with the successful items last", () => {
  const report = {
    succeeded: ["a"],
    rejected: [{ item: "b", error: new InputError("deleteUsers", "userIds", "is too long") }],
    unknown: [{ item: "c", error: new Error("no response") }],
    notAttempted: ["d"],
    stopReason: new Error("stopped by the user"),
  };
  expect(toBulkOutcomes(report, (item) => item.toUpperCase())).toEqual([
    { item: "B", outcome: "rejected", reason: "deleteUsers: userIds is too long" },
    { item: "C", outcome: "unknown", reason: "no response" },
    { item: "D", outcome: "not attempted", reason: "stopped by the user" },
    { item: "A", outcome: "succeeded", reason: "" },
  ]);
});
