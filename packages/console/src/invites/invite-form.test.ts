import { expect, it } from "vitest";
import { inviteFieldOf } from "./invite-field-of.ts";

it.each([
  ["invites.0.email", "emails.0"],
  ["invites.3", "emails.3"],
  ["invites.1.permissions.0.roleId", "permissions.0.roleId"],
  ["invites.0.permissions.2.resources.1.id", "permissions.2.resources.1.id"],
  ["invites.0.permissions.2.somethingNew", undefined],
  ["invites", undefined],
])("shows %j at %j", (path, field) => {
  expect(inviteFieldOf(path)).toBe(field);
});
