import type { paths } from "@segment-iam/types";
import createClient from "openapi-fetch";
import { dataOf, type CreateCalls } from "./run.ts";

/** openapi-fetch with the types of `@segment-iam/types` and its default serializer: brackets for objects, repeated names for lists. */
export const createCalls: CreateCalls = ({ url, token, userId, userIds, emails, permissions, invites }) => {
  const api = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${token}` } });
  const path = { userId };
  const page = { pagination: { count: 2 } };
  return {
    listUsers: () => dataOf(api.GET("/users", { params: { query: page } })),
    getUser: () => dataOf(api.GET("/users/{userId}", { params: { path } })),
    deleteUsers: () => dataOf(api.DELETE("/users", { params: { query: { userIds } } })),
    listUserGroupsFromUser: () => dataOf(api.GET("/users/{userId}/groups", { params: { path, query: page } })),
    addPermissionsToUser: () =>
      dataOf(api.POST("/users/{userId}/permissions", { params: { path }, body: { permissions } })),
    replacePermissionsForUser: () =>
      dataOf(api.PUT("/users/{userId}/permissions", { params: { path }, body: { permissions } })),
    listInvites: () => dataOf(api.GET("/invites", { params: { query: page } })),
    createInvites: () => dataOf(api.POST("/invites", { body: { invites } })),
    deleteInvites: () => dataOf(api.DELETE("/invites", { params: { query: { emails } } })),
  };
};
