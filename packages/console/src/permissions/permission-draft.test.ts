import { expect, it } from "vitest";
import {
  changeResourceType,
  checkRequiredFields,
  draftPermission,
  draftResource,
  toPermissionInputs,
} from "./permission-draft.ts";

const labels = [{ key: "team", value: "growth" }];

it.each([
  ["fills in the workspace's ID", { id: "", type: "WORKSPACE" as const }, "w1", { id: "w1", type: "WORKSPACE" }],
  [
    "leaves an unknown workspace's ID empty",
    { id: "", type: "WORKSPACE" as const },
    undefined,
    { id: "", type: "WORKSPACE" },
  ],
  ["keeps an entered ID", { id: " w2 ", type: "WORKSPACE" as const }, "w1", { id: "w2", type: "WORKSPACE" }],
  ["leaves the ID of a source empty", { id: " ", type: "SOURCE" as const }, "w1", { id: "", type: "SOURCE" }],
  ["keeps labels", { id: "s1", type: "SOURCE" as const, labels }, "w1", { id: "s1", type: "SOURCE", labels }],
])("%s", (_name, resource, workspaceId, expected) => {
  const drafts = [draftPermission({ roleId: " r1 ", resources: [resource] })];
  expect(toPermissionInputs(drafts, workspaceId)).toEqual([{ roleId: "r1", resources: [expected] }]);
});

it("drops the ID and the labels of a resource when its type changes", () => {
  const resource = draftResource({ id: "w1", type: "WORKSPACE", labels });
  expect(changeResourceType(resource, "SOURCE")).toEqual({ key: resource.key, id: "", type: "SOURCE" });
});

it("requires a role, and an ID for each resource", () => {
  const errors = checkRequiredFields([
    { roleId: "r1", resources: [{ id: "w1", type: "WORKSPACE" }] },
    {
      roleId: "",
      resources: [
        { id: "s1", type: "SOURCE" },
        { id: "", type: "SOURCE" },
        { id: "", type: "WORKSPACE" },
      ],
    },
    { roleId: "r2", resources: [] },
  ]);
  expect(Object.keys(errors)).toEqual([
    "permissions.1.roleId",
    "permissions.1.resources.1.id",
    "permissions.1.resources.2.id",
  ]);
});
