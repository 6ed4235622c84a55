import { expect, it } from "vitest";
import { checkPermissions } from "./check-permissions.ts";
import { draftPermission } from "./permission-draft.ts";

const source = (id: string) => ({ id, type: "SOURCE" as const });

it.each([
  ["no permission", [], {}, {}],
  ["no permission where one is required", [], { needsPermission: true }, { permissions: "Add a permission" }],
  ["a complete permission", [{ roleId: "r1", resources: [source("a")] }], {}, {}],
  ["a missing role", [{ roleId: " ", resources: [source("a")] }], {}, { "permissions.0.roleId": "Select a role" }],
  ["no resource", [{ roleId: "r1", resources: [] }], {}, { "permissions.0.resources": "Add a resource" }],
  ["no resource where none is required", [{ roleId: "r1", resources: [] }], { needsResources: false }, {}],
  [
    "a missing ID of the second resource of the second permission",
    [
      { roleId: "r1", resources: [source("a")] },
      { roleId: "r2", resources: [source("a"), source(" ")] },
    ],
    {},
    { "permissions.1.resources.1.id": "Enter an ID" },
  ],
])("checks %s", (_, permissions, requirements, errors) => {
  expect(checkPermissions(permissions.map(draftPermission), requirements)).toEqual(errors);
});
