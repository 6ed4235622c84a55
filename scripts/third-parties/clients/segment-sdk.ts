import { IAMUsersApi } from "@segment/public-api-sdk-typescript";
import type { CreateCalls } from "./run.ts";

/** Segment's own SDK, on the `request` library. It sends brackets in the query. */
export const createCalls: CreateCalls = ({ url, token, userId, userIds, emails, invites, ...inputs }) => {
  // The SDK declares its enums as numbers, but sends and receives strings.
  const permissions = inputs.permissions as never;
  const api = new IAMUsersApi(url);
  api.accessToken = token;
  return {
    listUsers: () => bodyOf(api.listUsers({ count: 2 })),
    getUser: () => bodyOf(api.getUser(userId)),
    deleteUsers: () => bodyOf(api.deleteUsers([...userIds])),
    listUserGroupsFromUser: () => bodyOf(api.listUserGroupsFromUser(userId, { count: 2 })),
    addPermissionsToUser: () => bodyOf(api.addPermissionsToUser(userId, { permissions })),
    replacePermissionsForUser: () => bodyOf(api.replacePermissionsForUser(userId, { permissions })),
    listInvites: () => bodyOf(api.listInvites({ count: 2 })),
    createInvites: () => bodyOf(api.createInvites({ invites })),
    deleteInvites: () => bodyOf(api.deleteInvites([...emails])),
  };
};

async function bodyOf(call: Promise<{ body: { data?: unknown } }>): Promise<unknown> {
  return (await call).body.data;
}
