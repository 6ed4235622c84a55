import { expect, it } from "vitest";
import { matchesSearch } from "./matches-search.ts";

const ada = {
  id: "sgJDWk3K21k6LE3tLU9nRK",
  name: "Ada Lovelace",
  email: "ada@example.com",
  permissions: [{ roleId: "r1", roleName: "Workspace Owner", resources: [] }],
};

it.each([
  ["", true],
  ["  ", true],
  ["love", true],
  ["ADA@", true],
  ["owner", true],
  ["ada owner", true],
  ["sgJDWk", true],
  ["ada reader", false],
])("looks for %j", (text, isFound) => {
  expect(matchesSearch(ada, text)).toBe(isFound);
});

it("does without permissions", () => {
  const { permissions: _, ...bare } = ada;
  expect(matchesSearch(bare, "owner")).toBe(false);
});
