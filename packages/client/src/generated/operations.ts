// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import { operation, type Operation } from "../operation.ts";

/**
 * List users.
 *
 * Returns the users of the workspace, one page at a time.
 *
 * Without `pagination`, a page has up to 200 users. To get the next page, pass `pagination.next` of this page as
 * `pagination.cursor`, until `next` is absent or null. To list pending invites, call `listInvites`.
 *
 * `GET /users`
 */
export const listUsers: Operation<"listUsers"> = /* @__PURE__ */ operation({
  id: "listUsers",
  method: "GET",
  path: "/users",
  query: ["pagination"],
  itemsField: "users",
});

/**
 * Remove users.
 *
 * Removes users and their user group memberships from the workspace.
 *
 * The IDs are sent in the URL, not in a body, and servers limit the length of the request line. That limit is not
 * known. Split a long list and keep each request line under 8,000 bytes. It is not verified whether one unknown ID
 * fails the whole request.
 *
 * The rate limit for this endpoint is 60 requests per minute.
 *
 * Audit-trail events: `Group Memberships Deleted`.
 *
 * `DELETE /users`
 */
export const deleteUsers: Operation<"deleteUsers"> = /* @__PURE__ */ operation({
  id: "deleteUsers",
  method: "DELETE",
  path: "/users",
  query: ["userIds"],
  bulkField: "userIds",
  rateLimit: { requests: 60, windowSeconds: 60 },
  invalidates: { listUsers: {}, getUser: { userId: "userIds" }, listUserGroupsFromUser: { userId: "userIds" } },
  changedItems: { listUsers: { itemsField: "users", idField: "id", input: "userIds" } },
});

/**
 * Get a user.
 *
 * Returns one user of the workspace by ID.
 *
 * To find a user by email address, search the pages of `listUsers`.
 *
 * `GET /users/{userId}`
 */
export const getUser: Operation<"getUser"> = /* @__PURE__ */ operation({
  id: "getUser",
  method: "GET",
  path: "/users/{userId}",
});

/**
 * List a user's groups.
 *
 * Returns the user groups that a user is a member of, one page at a time.
 *
 * The response has only the ID and name of each group, not its members or permissions. Without `pagination`, a
 * page has up to 200 groups.
 *
 * `GET /users/{userId}/groups`
 */
export const listUserGroupsFromUser: Operation<"listUserGroupsFromUser"> = /* @__PURE__ */ operation({
  id: "listUserGroupsFromUser",
  method: "GET",
  path: "/users/{userId}/groups",
  query: ["pagination"],
  itemsField: "groups",
});

/**
 * Add permissions to a user.
 *
 * Adds permissions to a user and keeps the existing ones.
 *
 * To set the whole list, use `replacePermissionsForUser`. It is not verified whether the response has all
 * permissions of the user or only the added ones. Call `getUser` to check the result.
 *
 * The rate limit for this endpoint is 60 requests per minute.
 *
 * Audit-trail events: `Policy Created`, `User Policy Updated`.
 *
 * `POST /users/{userId}/permissions`
 */
export const addPermissionsToUser: Operation<"addPermissionsToUser"> = /* @__PURE__ */ operation({
  id: "addPermissionsToUser",
  method: "POST",
  path: "/users/{userId}/permissions",
  body: true,
  rateLimit: { requests: 60, windowSeconds: 60 },
  invalidates: { listUsers: {}, getUser: { userId: "userId" } },
  changedItems: { listUsers: { itemsField: "users", idField: "id", input: "userId" } },
});

/**
 * Replace a user's permissions.
 *
 * Sets a user's permissions to the given list.
 *
 * Permissions that are not in the list are removed, so include every permission to keep. It is not verified
 * whether an empty list is accepted.
 *
 * The rate limit for this endpoint is 60 requests per minute.
 *
 * Audit-trail events: `Policy Deleted`.
 *
 * `PUT /users/{userId}/permissions`
 */
export const replacePermissionsForUser: Operation<"replacePermissionsForUser"> = /* @__PURE__ */ operation({
  id: "replacePermissionsForUser",
  method: "PUT",
  path: "/users/{userId}/permissions",
  body: true,
  rateLimit: { requests: 60, windowSeconds: 60 },
  invalidates: { listUsers: {}, getUser: { userId: "userId" } },
  changedItems: { listUsers: { itemsField: "users", idField: "id", input: "userId" } },
});

/**
 * List invites.
 *
 * Returns the email addresses of the pending invites, one page at a time.
 *
 * An invite is listed by its email address. It has no ID, and the response does not include its permissions.
 * Without `pagination`, a page has up to 200 addresses.
 *
 * `GET /invites`
 */
export const listInvites: Operation<"listInvites"> = /* @__PURE__ */ operation({
  id: "listInvites",
  method: "GET",
  path: "/invites",
  query: ["pagination"],
  itemsField: "invites",
});

/**
 * Invite people.
 *
 * Invites people to the workspace by email address, each with a list of permissions.
 *
 * A successful response has status 201 and the invited addresses. A body that is too large fails with 413. The
 * maximum size is not known. It is not verified whether the API accepts an address that is already invited, or
 * that belongs to a user.
 *
 * The rate limit for this endpoint is 60 requests per minute.
 *
 * Audit-trail events: `Non-Segment User Invited to Workspace`, `Policy Created`,
 * `New Segment User Invited to Workspace`.
 *
 * `POST /invites`
 */
export const createInvites: Operation<"createInvites"> = /* @__PURE__ */ operation({
  id: "createInvites",
  method: "POST",
  path: "/invites",
  body: true,
  bulkField: "invites",
  rateLimit: { requests: 60, windowSeconds: 60 },
  invalidates: { listInvites: {} },
});

/**
 * Delete invites.
 *
 * Deletes the invites of the given email addresses.
 *
 * According to its audit events, the operation also deletes the group memberships of the invites. To remove users, call
 * `deleteUsers`.
 *
 * The addresses are sent in the URL, not in a body, and servers limit the length of the request line. That limit
 * is not known. Split a long list and keep each request line under 8,000 bytes. It is not verified whether one
 * address without an invite fails the whole request.
 *
 * The rate limit for this endpoint is 60 requests per minute.
 *
 * Audit-trail events: `Invite Deleted`, `Group Memberships Deleted`.
 *
 * `DELETE /invites`
 */
export const deleteInvites: Operation<"deleteInvites"> = /* @__PURE__ */ operation({
  id: "deleteInvites",
  method: "DELETE",
  path: "/invites",
  query: ["emails"],
  bulkField: "emails",
  rateLimit: { requests: 60, windowSeconds: 60 },
  invalidates: { listInvites: {} },
  changedItems: { listInvites: { itemsField: "invites", input: "emails" } },
});
