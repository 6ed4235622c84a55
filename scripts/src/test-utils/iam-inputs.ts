import type { BuiltWorkspace } from "./built-packages.ts";

/** The ID that the first user always has, who is the one of the document's examples. */
const USER_ID = "sgJDWk3K21k6LE3tLU9nRK";

/** What a mock workspace begins with whose lists all fill more than one page of `iamInputs`. */
export const IAM_WORKSPACE = {
  users: 5,
  invites: 3,
  groups: ["Analysts", "Engineers"].map((name) => ({ id: name, name, userIds: [USER_ID] })),
};

/** Inputs of the operations of IAM Users, by operation: their mock knows a workspace, so that samples would not do. */
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
