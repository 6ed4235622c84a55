import { expect, it } from "vitest";
import { matchesUser } from "./use-users.ts";

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
])("searches name, email, ID and roles for %j (match: %j)", (searchText, isMatch) => {
  expect(matchesUser(ada, searchText)).toBe(isMatch);
});

it("matches a user without permissions", () => {
  const { permissions: _, ...withoutPermissions } = ada;
  expect(matchesUser(withoutPermissions, "ada")).toBe(true);
  expect(matchesUser(withoutPermissions, "owner")).toBe(false);
});
