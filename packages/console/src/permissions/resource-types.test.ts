import { expect, it } from "vitest";
import { summarizeResources } from "./resource-types.ts";

const source = (id: string) => ({ id, type: "SOURCE" as const });

it.each([
  [[], "None"],
  [[{ id: "w", type: "WORKSPACE" as const }], "Workspace"],
  [[source("a"), source("b")], "2 sources"],
  [[source("a"), source("a")], "1 source"],
  [[source("a"), { id: "b", type: "SPACE" as const }], "1 source, 1 space"],
])("summarizes %j", (resources, text) => {
  expect(summarizeResources([{ resources }])).toBe(text);
});
