import { expect, it } from "vitest";
import { resourceSummary } from "./resource-summary.ts";

const source = (id: string) => ({ id, type: "SOURCE" as const });

it.each([
  [[], "Nothing"],
  [[{ id: "w", type: "WORKSPACE" as const }], "The workspace"],
  [[source("a"), source("b")], "2 sources"],
  [[source("a"), source("a")], "1 source"],
  [[source("a"), { id: "b", type: "SPACE" as const }], "1 source, 1 space"],
])("sums up %j", (resources, text) => {
  expect(resourceSummary([{ resources }])).toBe(text);
});
