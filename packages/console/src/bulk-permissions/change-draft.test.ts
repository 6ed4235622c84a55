import { expect, it } from "vitest";
import type { PermissionChange } from "../permissions/apply-permission-change.ts";
import { checkChange } from "./change-draft.ts";

const source = (id: string) => ({ id, type: "SOURCE" as const });

it.each<[string, PermissionChange["mode"], PermissionChange["permissions"], Record<string, string>]>([
  ["no permission", "add", [], { permissions: "Add a permission" }],
  ["a complete permission", "add", [{ roleId: "r1", resources: [source("a")] }], {}],
  ["a missing resource", "replace", [{ roleId: "r1", resources: [] }], { "permissions.0.resources": "Add a resource" }],
  ["a role to remove on all resources", "remove", [{ roleId: "r1", resources: [] }], {}],
])("checks %s", (_, mode, permissions, errors) => {
  expect(checkChange({ mode, permissions })).toEqual(errors);
});
