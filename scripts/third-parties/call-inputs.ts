import { createMockWorkspace } from "@segment-iam/msw";
import { startMockServer, type MockServer } from "@segment-iam/msw/server";
import { expect } from "vitest";
import { IAM_WORKSPACE } from "../src/test-utils/emitted/iam-inputs.ts";
import type { CallInputs } from "./clients/run.ts";

/** Starts a mock server in which every list has two items or more. */
export function startServer(): Promise<MockServer> {
  return startMockServer({ workspace: createMockWorkspace(IAM_WORKSPACE) });
}

/** Returns inputs that are valid for the workspace of a server. */
export function callInputs({ url, workspace: { users, invites, roles } }: MockServer): CallInputs {
  const roleId = roles[1]?.id ?? "";
  return {
    url,
    token: "any",
    userId: users[0]?.id ?? "",
    userIds: users.slice(-2).map(({ id }) => id),
    emails: invites.slice(0, 2).map(({ email }) => email),
    permissions: [{ roleId, resources: [{ id: "any", type: "SOURCE" }] }],
    invites: [{ email: "new@example.com", permissions: [{ roleId }] }],
  };
}

/** Returns the expected outcome of each call with these inputs. */
export function expectedOutcomes({ userId, permissions, invites }: CallInputs): Record<string, object> {
  const text: unknown = expect.any(String);
  const added = permissions.map((permission): unknown => expect.objectContaining(permission));
  return {
    listUsers: { data: { users: [{}, {}], pagination: { next: text } } },
    getUser: { data: { user: { id: userId } } },
    deleteUsers: { data: { status: "SUCCESS" } },
    listUserGroupsFromUser: { data: { groups: [{}, {}] } },
    addPermissionsToUser: { data: { permissions: expect.arrayContaining(added) } },
    replacePermissionsForUser: { data: { permissions } },
    listInvites: { data: { invites: [text, text], pagination: { next: text } } },
    createInvites: { data: { emails: invites.map(({ email }) => email) } },
    deleteInvites: { data: { status: "SUCCESS" } },
  };
}
