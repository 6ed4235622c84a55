import type { BuiltWorkspace } from "./built-packages.ts";

/** The ID of the first mock user, which is the user in the document's examples. */
const USER_ID = "sgJDWk3K21k6LE3tLU9nRK";

/** Options of a mock workspace in which every list has more than one page with `iamInputs`. */
export const IAM_WORKSPACE = {
  users: 5,
  invites: 3,
  groups: ["Analysts", "Engineers"].map((name) => ({ id: name, name, userIds: [USER_ID] })),
};

/** Returns inputs for the IAM Users operations, by operation id. Samples would refer to IDs that the mock does not have. */
export function iamInputs({ users, invites, roles }: BuiltWorkspace): Readonly<Record<string, object>> {
  const role = { roleId: roles[1]?.id };
  const permissions = [{ ...role, resources: [{ id: "any", type: "SOURCE" }] }];
  return {
    listUsers: { pagination: { count: 3 } },
    getUser: { userId: USER_ID },
    deleteUsers: { userIds: [users.at(-1)?.id] },
    listUserGroupsFromUser: { userId: USER_ID, pagination: { count: 1 } },
    addPermissionsToUser: { userId: USER_ID, permissions },
    replacePermissionsForUser: { userId: USER_ID, permissions },
    listInvites: { pagination: { count: 2 } },
    createInvites: { invites: [{ email: "new@example.com", permissions: [role] }] },
    deleteInvites: { emails: [invites[0]?.email] },
  };
}
