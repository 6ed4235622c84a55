import { Api } from "./generated/swagger-typescript-api/api.ts";
import { dataOf, numbered, type CreateCalls } from "./run.ts";

/** A client that swagger-typescript-api generated from the document, on axios. */
export const createCalls: CreateCalls = ({ url, token, userId, userIds, emails, permissions, invites }) => {
  const { users, invites: invitesApi } = new Api({
    baseURL: url,
    securityWorker: () => ({ headers: { authorization: `Bearer ${token}` } }),
  });
  const page = { "pagination.count": 2 };
  return {
    listUsers: () => dataOf(users.listUsers(page)),
    getUser: () => dataOf(users.getUser(userId)),
    deleteUsers: () => dataOf(users.deleteUsers(numbered("userIds", userIds))),
    listUserGroupsFromUser: () => dataOf(users.listUserGroupsFromUser(userId, page)),
    addPermissionsToUser: () => dataOf(users.addPermissionsToUser(userId, { permissions })),
    replacePermissionsForUser: () => dataOf(users.replacePermissionsForUser(userId, { permissions })),
    listInvites: () => dataOf(invitesApi.listInvites(page)),
    createInvites: () => dataOf(invitesApi.createInvites({ invites })),
    deleteInvites: () => dataOf(invitesApi.deleteInvites(numbered("emails", emails))),
  };
};
