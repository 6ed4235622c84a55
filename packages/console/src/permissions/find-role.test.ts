import { expect, it } from "vitest";
import { findRole, looksLikeRoleId } from "./find-role.ts";

const roles = new Map([
  ["r1", "Source Admin"],
  ["r2", "Reader"],
  ["r3", "reader"],
]);

it.each([
  ["r1", { kind: "known", roleId: "r1" }],
  [" r1 ", { kind: "known", roleId: "r1" }],
  ["Source Admin", { kind: "known", roleId: "r1" }],
  ["SOURCE_ADMIN", { kind: "known", roleId: "r1" }],
  [" source  admin", { kind: "known", roleId: "r1" }],
  ["Reader", { kind: "ambiguous" }],
  ["R1", { kind: "unknown" }],
  ["Owner", { kind: "unknown" }],
])("finds the role %j", (text, match) => {
  expect(findRole(text, roles)).toEqual(match);
});

it.each([
  ["1WDUuRLxv84rrfCNUwvkrRtkxnS", true],
  ["Admin", false],
  ["WorkspaceAdministrator", false],
  ["Source Admin 1234567890", false],
])("decides whether %j looks like an ID", (text, isId) => {
  expect(looksLikeRoleId(text)).toBe(isId);
});
