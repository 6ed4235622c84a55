// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import { operation, type Operation } from "../operation.ts";

/**
 * List users.
 *
 * Returns the users of the workspace, one page at a time.
 *
 * Without `pagination` the page holds up to 200 users, so a larger workspace needs further calls: pass
 * `pagination.next` of one page as `pagination.cursor` of the next call until it is absent or null. People who
 * were invited and are not users yet are found with `listInvites`.
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
 * Removes users from the workspace, together with their memberships in user groups.
 *
 * The list travels in the URL, not in a body, so its length is limited by what the servers on the way accept as a
 * request line. That limit is not known: split a long list and keep each request line under 8,000 bytes. It is
 * not verified whether one unknown ID makes the whole call fail.
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
  invalidates: { listUsers: [], getUser: [], listUserGroupsFromUser: [] },
});

/**
 * Get a user.
 *
 * Returns one user of the workspace by ID.
 *
 * There is no lookup by email here: to find a user by email, go through `listUsers`.
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
 * Each group comes with its ID and name only; its members and permissions are not part of the answer. Without
 * `pagination` the page holds up to 200 groups.
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
 * Gives a user further permissions and leaves the ones the user already has in place.
 *
 * To set the whole list, use `replacePermissionsForUser`. It is not verified whether the answer holds all of the
 * user's permissions or only the added ones; read the user again when it matters.
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
  invalidates: { listUsers: [], getUser: ["userId"] },
});

/**
 * Replace a user's permissions.
 *
 * Sets a user's permissions to the given list.
 *
 * Whatever the list leaves out is taken away from the user, so send every permission the user is to keep. It is
 * not verified whether an empty list is accepted.
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
  invalidates: { listUsers: [], getUser: ["userId"] },
});

/**
 * List invites.
 *
 * Returns the email addresses with an invite to the workspace, one page at a time.
 *
 * An invite is listed as a bare email address: it has no ID, and the permissions it was created with are not part
 * of the answer. Without `pagination` the page holds up to 200 addresses.
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
 * Invites people to the workspace by email address and says which permissions each is to have.
 *
 * A success is 201, not 200, and repeats the invited addresses. A list that makes the body too large is answered
 * with 413; which size that is, is not known. It is not verified what happens to an address that already has an invite or
 * already belongs to a user.
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
  invalidates: { listInvites: [] },
});

/**
 * Withdraw invites.
 *
 * Withdraws the invites of the given email addresses.
 *
 * An address that is already a user is removed with `deleteUsers` instead. The audit-trail events show that group
 * memberships prepared for an invite go with it.
 *
 * The list travels in the URL, not in a body, so its length is limited by what the servers on the way accept as a
 * request line. That limit is not known: split a long list and keep each request line under 8,000 bytes. It is
 * not verified whether one address without an invite makes the whole call fail.
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
  invalidates: { listInvites: [] },
});
