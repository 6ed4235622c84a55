import {
  addPermissionsToUser,
  replacePermissionsForUser,
  type AccessPermissionV1,
  type PermissionInputV1,
  type PermissionV1,
} from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { MockWorkspaceOptions } from "../create-mock-workspace.ts";
import { setUp as setUpWorkspace } from "../test-utils/set-up.ts";

const roles = [
  { id: "r1", name: "Owner" },
  { id: "r2", name: "Reader" },
];
const source = { id: "s1", type: "SOURCE" } as const;
const space = { id: "s2", type: "SPACE" } as const;
const owner: PermissionV1 = {
  roleId: "r1",
  roleName: "Owner",
  resources: [source],
  labels: [{ key: "k", value: "v" }],
};

const user = { id: "u", name: "Ada", email: "ada@example.com" };
const setUp = (options?: MockWorkspaceOptions) =>
  setUpWorkspace({ users: [{ ...user, permissions: [owner] }], roles, ...options });

it("adds a permission and returns all permissions", async () => {
  const { iam, workspace } = setUp();
  const result = await addPermissionsToUser(iam, { userId: "u", permissions: [{ roleId: "r2", resources: [space] }] });
  const reader = { roleId: "r2", roleName: "Reader", resources: [space] };
  expect(workspace.users[0]?.permissions).toEqual([owner, reader]);
  expect(result.permissions).toEqual([{ roleId: "r1", roleName: "Owner", resources: [source] }, reader]);
});

it("returns only the added permissions with addPermissionsResponse: added", async () => {
  const { iam } = setUp({ assumptions: { addPermissionsResponse: "added" } });
  const result = await addPermissionsToUser(iam, { userId: "u", permissions: [{ roleId: "r2", resources: [space] }] });
  expect(result.permissions).toEqual([{ roleId: "r2", roleName: "Reader", resources: [space] }]);
});

it("merges resources and their labels if the user already has the role", async () => {
  const { iam, workspace } = setUp();
  const labelled = { ...source, labels: [{ key: "environment", value: "production" }] };
  await addPermissionsToUser(iam, { userId: "u", permissions: [{ roleId: "r1", resources: [labelled, space] }] });
  expect(workspace.users[0]?.permissions).toEqual([{ ...owner, resources: [labelled, space] }]);
});

it("adds permissions to a user without permissions", async () => {
  const { iam, workspace } = setUp({ users: [user] });
  await addPermissionsToUser(iam, { userId: "u", permissions: [{ roleId: "r2", resources: [] }] });
  expect(workspace.users[0]?.permissions).toEqual([{ roleId: "r2", roleName: "Reader", resources: [] }]);
});

it("replaces all permissions", async () => {
  const { iam, workspace } = setUp();
  const result = await replacePermissionsForUser(iam, {
    userId: "u",
    permissions: [{ roleId: "r2", resources: [space] }],
  });
  expect(result.permissions).toEqual([{ roleId: "r2", roleName: "Reader", resources: [space] }]);
  expect(workspace.users[0]?.permissions).toEqual(result.permissions);
});

it("removes all permissions with an empty list", async () => {
  const { iam, workspace } = setUp();
  expect(await replacePermissionsForUser(iam, { userId: "u", permissions: [] })).toEqual({ permissions: [] });
  expect(workspace.users[0]?.permissions).toEqual([]);
});

it("rejects an empty list with replaceWithEmptyList: reject", async () => {
  const { iam, workspace } = setUp({ assumptions: { replaceWithEmptyList: "reject" } });
  await expect(replacePermissionsForUser(iam, { userId: "u", permissions: [] })).rejects.toMatchObject({ status: 422 });
  expect(workspace.users[0]?.permissions).toEqual([owner]);
});

const permissionsOf = fc.array(
  fc.record({
    roleId: fc.constantFrom("r1", "r2"),
    resources: fc.array(
      fc.record({ id: fc.constantFrom("s1", "s2"), type: fc.constantFrom("SOURCE" as const, "SPACE" as const) }),
    ),
  }),
);

it("stores each role once, and each of its resources once", async () => {
  await fc.assert(
    fc.asyncProperty(permissionsOf, async (permissions) => {
      const expected = new Set(keysOf(permissions));
      for (const operation of [addPermissionsToUser, replacePermissionsForUser]) {
        const { iam, workspace } = setUp({ users: [user] });
        const result = await operation(iam, { userId: "u", permissions });
        const stored = workspace.users[0]?.permissions ?? [];
        expect(result.permissions).toEqual(stored);
        expect(new Set(keysOf(stored))).toEqual(expected);
        expect(keysOf(stored)).toHaveLength(expected.size);
      }
    }),
  );
});

it("stores the same permissions, however they are split into requests", async () => {
  await fc.assert(
    fc.asyncProperty(permissionsOf, async (permissions) => {
      const [together, apart] = [setUp(), setUp()];
      await addPermissionsToUser(together.iam, { userId: "u", permissions });
      for (const permission of permissions) {
        await addPermissionsToUser(apart.iam, { userId: "u", permissions: [permission] });
      }
      expect(together.workspace.users).toEqual(apart.workspace.users);
    }),
    { numRuns: 50 },
  );
});

it("merges repeated roles of an accepted invite", async () => {
  const permissions = [source, space].map((resource) => ({ roleId: "r1", resources: [resource] }));
  const { workspace } = setUp({ invites: [{ email: "b@example.com", permissions }] });
  expect(workspace.acceptInvite("b@example.com").permissions).toEqual([
    { roleId: "r1", roleName: "Owner", resources: [source, space] },
  ]);
});

/** Returns one text for each role, and for each resource of a role. */
function keysOf(permissions: readonly AccessPermissionV1[] | readonly PermissionInputV1[]): string[] {
  return permissions.flatMap(({ roleId, resources }) =>
    [""].concat(resources.map(({ id, type }) => ` ${type} ${id}`)).map((resource) => `${roleId}${resource}`),
  );
}

it("reports each resource with an empty ID as a 422", async () => {
  const { iam, workspace } = setUp();
  const permissions = [
    { roleId: "r1", resources: [{ ...source, id: "" }, source] },
    { roleId: "r2", resources: [source, { ...space, id: "" }] },
  ];
  const errors = ["permissions.0.resources.0.id", "permissions.1.resources.1.id"].map((field) => ({
    type: "input-validation",
    message: '"id" must not be empty',
    field,
  }));
  for (const operation of [addPermissionsToUser, replacePermissionsForUser])
    await expect(operation(iam, { userId: "u", permissions })).rejects.toMatchObject({ status: 422, errors });
  expect(workspace.users[0]?.permissions).toEqual([owner]);
});

it.each([
  ["user", { userId: "x", permissions: [] }, "userId"],
  [
    "role",
    {
      userId: "u",
      permissions: [
        { roleId: "r1", resources: [] },
        { roleId: "x", resources: [] },
      ],
    },
    "permissions.1.roleId",
  ],
])("responds with 404 to an unknown %s and changes nothing", async (_, input, field) => {
  const { iam, workspace } = setUp();
  for (const operation of [addPermissionsToUser, replacePermissionsForUser]) {
    await expect(operation(iam, input)).rejects.toMatchObject({ status: 404, errors: [{ field }] });
  }
  expect(workspace.users[0]?.permissions).toEqual([owner]);
});
