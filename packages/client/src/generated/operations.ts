import { operation, type Operation } from "../operation.ts";
export const listUsers: Operation<"listUsers"> = /* @__PURE__ */ operation({
  id: "listUsers",
  method: "GET",
  path: "/users",
  query: ["pagination"],
  page: "users",
});
export const getUser: Operation<"getUser"> = /* @__PURE__ */ operation({
  id: "getUser",
  method: "GET",
  path: "/users/{userId}",
});
export const deleteUsers: Operation<"deleteUsers"> = /* @__PURE__ */ operation({
  id: "deleteUsers",
  method: "DELETE",
  path: "/users",
  query: ["userIds"],
  list: "userIds",
  limit: { requests: 60, windowSeconds: 60 },
  stale: { listUsers: [], getUser: [], listUserGroupsFromUser: [] },
});
export const listUserGroupsFromUser: Operation<"listUserGroupsFromUser"> = /* @__PURE__ */ operation({
  id: "listUserGroupsFromUser",
  method: "GET",
  path: "/users/{userId}/groups",
  query: ["pagination"],
  page: "groups",
});
export const addPermissionsToUser: Operation<"addPermissionsToUser"> = /* @__PURE__ */ operation({
  id: "addPermissionsToUser",
  method: "POST",
  path: "/users/{userId}/permissions",
  body: true,
  limit: { requests: 60, windowSeconds: 60 },
  stale: { listUsers: [], getUser: ["userId"] },
});
export const replacePermissionsForUser: Operation<"replacePermissionsForUser"> = /* @__PURE__ */ operation({
  id: "replacePermissionsForUser",
  method: "PUT",
  path: "/users/{userId}/permissions",
  body: true,
  limit: { requests: 60, windowSeconds: 60 },
  stale: { listUsers: [], getUser: ["userId"] },
});
export const listInvites: Operation<"listInvites"> = /* @__PURE__ */ operation({
  id: "listInvites",
  method: "GET",
  path: "/invites",
  query: ["pagination"],
  page: "invites",
});
export const createInvites: Operation<"createInvites"> = /* @__PURE__ */ operation({
  id: "createInvites",
  method: "POST",
  path: "/invites",
  body: true,
  list: "invites",
  limit: { requests: 60, windowSeconds: 60 },
  stale: { listInvites: [] },
});
export const deleteInvites: Operation<"deleteInvites"> = /* @__PURE__ */ operation({
  id: "deleteInvites",
  method: "DELETE",
  path: "/invites",
  query: ["emails"],
  list: "emails",
  limit: { requests: 60, windowSeconds: 60 },
  stale: { listInvites: [] },
});
