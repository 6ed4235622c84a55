import * as api from "./generated/hey-api/sdk.gen.ts";
import { client } from "./generated/hey-api/client.gen.ts";
import { dataOf, numbered, type CreateCalls } from "./run.ts";

/** A client that hey-api generated from the document, on `fetch`. */
export const createCalls: CreateCalls = ({ url, token, userId, userIds, emails, permissions, invites }) => {
  client.setConfig({ baseUrl: url, auth: () => token });
  const path = { userId };
  const page = { "pagination.count": 2 };
  return {
    listUsers: () => dataOf(api.listUsers({ query: page })),
    getUser: () => dataOf(api.getUser({ path })),
    deleteUsers: () => dataOf(api.deleteUsers({ query: numbered("userIds", userIds) })),
    listUserGroupsFromUser: () => dataOf(api.listUserGroupsFromUser({ path, query: page })),
    addPermissionsToUser: () => dataOf(api.addPermissionsToUser({ path, body: { permissions } })),
    replacePermissionsForUser: () => dataOf(api.replacePermissionsForUser({ path, body: { permissions } })),
    listInvites: () => dataOf(api.listInvites({ query: page })),
    createInvites: () => dataOf(api.createInvites({ body: { invites } })),
    deleteInvites: () => dataOf(api.deleteInvites({ query: numbered("emails", emails) })),
  };
};
