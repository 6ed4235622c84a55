// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import {
  listUsers,
  deleteUsers,
  getUser,
  listUserGroupsFromUser,
  addPermissionsToUser,
  replacePermissionsForUser,
  listInvites,
  createInvites,
  deleteInvites,
} from "@segment-iam/client";

import {
  infiniteQueryHook,
  mutationHook,
  queryHook,
  suspenseInfiniteQueryHook,
  suspenseQueryHook,
  type InfiniteQueryHook,
  type MutationHook,
  type QueryHook,
  type SuspenseInfiniteQueryHook,
  type SuspenseQueryHook,
} from "../hooks/operation-hooks.ts";

/**
 * List users. A query hook for {@link listUsers}.
 *
 * Returns the users of the workspace, one page at a time.
 *
 * Without `pagination` the page holds up to 200 users, so a larger workspace needs further calls: pass
 * `pagination.next` of one page as `pagination.cursor` of the next call until it is absent or null. People who
 * were invited and are not users yet are found with `listInvites`.
 */
export const useListUsers: QueryHook<"listUsers"> = /* @__PURE__ */ queryHook(listUsers);

/**
 * List users. A suspending query hook for {@link listUsers}.
 *
 * Returns the users of the workspace, one page at a time.
 *
 * Without `pagination` the page holds up to 200 users, so a larger workspace needs further calls: pass
 * `pagination.next` of one page as `pagination.cursor` of the next call until it is absent or null. People who
 * were invited and are not users yet are found with `listInvites`.
 */
export const useListUsersSuspense: SuspenseQueryHook<"listUsers"> = /* @__PURE__ */ suspenseQueryHook(listUsers);

/**
 * List users. A query hook for the pages of {@link listUsers}.
 *
 * Returns the users of the workspace, one page at a time.
 *
 * Without `pagination` the page holds up to 200 users, so a larger workspace needs further calls: pass
 * `pagination.next` of one page as `pagination.cursor` of the next call until it is absent or null. People who
 * were invited and are not users yet are found with `listInvites`.
 */
export const useListUsersInfinite: InfiniteQueryHook<"listUsers"> = /* @__PURE__ */ infiniteQueryHook(listUsers);

/**
 * List users. A suspending query hook for the pages of {@link listUsers}.
 *
 * Returns the users of the workspace, one page at a time.
 *
 * Without `pagination` the page holds up to 200 users, so a larger workspace needs further calls: pass
 * `pagination.next` of one page as `pagination.cursor` of the next call until it is absent or null. People who
 * were invited and are not users yet are found with `listInvites`.
 */
export const useListUsersSuspenseInfinite: SuspenseInfiniteQueryHook<"listUsers"> =
  /* @__PURE__ */ suspenseInfiniteQueryHook(listUsers);

/**
 * Remove users. A mutation hook for {@link deleteUsers}.
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
 */
export const useDeleteUsers: MutationHook<"deleteUsers"> = /* @__PURE__ */ mutationHook(deleteUsers);

/**
 * Get a user. A query hook for {@link getUser}.
 *
 * Returns one user of the workspace by ID.
 *
 * There is no lookup by email here: to find a user by email, go through `listUsers`.
 */
export const useGetUser: QueryHook<"getUser"> = /* @__PURE__ */ queryHook(getUser);

/**
 * Get a user. A suspending query hook for {@link getUser}.
 *
 * Returns one user of the workspace by ID.
 *
 * There is no lookup by email here: to find a user by email, go through `listUsers`.
 */
export const useGetUserSuspense: SuspenseQueryHook<"getUser"> = /* @__PURE__ */ suspenseQueryHook(getUser);

/**
 * List a user's groups. A query hook for {@link listUserGroupsFromUser}.
 *
 * Returns the user groups that a user is a member of, one page at a time.
 *
 * Each group comes with its ID and name only; its members and permissions are not part of the answer. Without
 * `pagination` the page holds up to 200 groups.
 */
export const useListUserGroupsFromUser: QueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ queryHook(listUserGroupsFromUser);

/**
 * List a user's groups. A suspending query hook for {@link listUserGroupsFromUser}.
 *
 * Returns the user groups that a user is a member of, one page at a time.
 *
 * Each group comes with its ID and name only; its members and permissions are not part of the answer. Without
 * `pagination` the page holds up to 200 groups.
 */
export const useListUserGroupsFromUserSuspense: SuspenseQueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ suspenseQueryHook(listUserGroupsFromUser);

/**
 * List a user's groups. A query hook for the pages of {@link listUserGroupsFromUser}.
 *
 * Returns the user groups that a user is a member of, one page at a time.
 *
 * Each group comes with its ID and name only; its members and permissions are not part of the answer. Without
 * `pagination` the page holds up to 200 groups.
 */
export const useListUserGroupsFromUserInfinite: InfiniteQueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ infiniteQueryHook(listUserGroupsFromUser);

/**
 * List a user's groups. A suspending query hook for the pages of {@link listUserGroupsFromUser}.
 *
 * Returns the user groups that a user is a member of, one page at a time.
 *
 * Each group comes with its ID and name only; its members and permissions are not part of the answer. Without
 * `pagination` the page holds up to 200 groups.
 */
export const useListUserGroupsFromUserSuspenseInfinite: SuspenseInfiniteQueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ suspenseInfiniteQueryHook(listUserGroupsFromUser);

/**
 * Add permissions to a user. A mutation hook for {@link addPermissionsToUser}.
 *
 * Gives a user further permissions and leaves the ones the user already has in place.
 *
 * To set the whole list, use `replacePermissionsForUser`. It is not verified whether the answer holds all of the
 * user's permissions or only the added ones; read the user again when it matters.
 *
 * The rate limit for this endpoint is 60 requests per minute.
 *
 * Audit-trail events: `Policy Created`, `User Policy Updated`.
 */
export const useAddPermissionsToUser: MutationHook<"addPermissionsToUser"> =
  /* @__PURE__ */ mutationHook(addPermissionsToUser);

/**
 * Replace a user's permissions. A mutation hook for {@link replacePermissionsForUser}.
 *
 * Sets a user's permissions to the given list.
 *
 * Whatever the list leaves out is taken away from the user, so send every permission the user is to keep. It is
 * not verified whether an empty list is accepted.
 *
 * The rate limit for this endpoint is 60 requests per minute.
 *
 * Audit-trail events: `Policy Deleted`.
 */
export const useReplacePermissionsForUser: MutationHook<"replacePermissionsForUser"> =
  /* @__PURE__ */ mutationHook(replacePermissionsForUser);

/**
 * List invites. A query hook for {@link listInvites}.
 *
 * Returns the email addresses with an invite to the workspace, one page at a time.
 *
 * An invite is listed as a bare email address: it has no ID, and the permissions it was created with are not part
 * of the answer. Without `pagination` the page holds up to 200 addresses.
 */
export const useListInvites: QueryHook<"listInvites"> = /* @__PURE__ */ queryHook(listInvites);

/**
 * List invites. A suspending query hook for {@link listInvites}.
 *
 * Returns the email addresses with an invite to the workspace, one page at a time.
 *
 * An invite is listed as a bare email address: it has no ID, and the permissions it was created with are not part
 * of the answer. Without `pagination` the page holds up to 200 addresses.
 */
export const useListInvitesSuspense: SuspenseQueryHook<"listInvites"> = /* @__PURE__ */ suspenseQueryHook(listInvites);

/**
 * List invites. A query hook for the pages of {@link listInvites}.
 *
 * Returns the email addresses with an invite to the workspace, one page at a time.
 *
 * An invite is listed as a bare email address: it has no ID, and the permissions it was created with are not part
 * of the answer. Without `pagination` the page holds up to 200 addresses.
 */
export const useListInvitesInfinite: InfiniteQueryHook<"listInvites"> = /* @__PURE__ */ infiniteQueryHook(listInvites);

/**
 * List invites. A suspending query hook for the pages of {@link listInvites}.
 *
 * Returns the email addresses with an invite to the workspace, one page at a time.
 *
 * An invite is listed as a bare email address: it has no ID, and the permissions it was created with are not part
 * of the answer. Without `pagination` the page holds up to 200 addresses.
 */
export const useListInvitesSuspenseInfinite: SuspenseInfiniteQueryHook<"listInvites"> =
  /* @__PURE__ */ suspenseInfiniteQueryHook(listInvites);

/**
 * Invite people. A mutation hook for {@link createInvites}.
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
 */
export const useCreateInvites: MutationHook<"createInvites"> = /* @__PURE__ */ mutationHook(createInvites);

/**
 * Withdraw invites. A mutation hook for {@link deleteInvites}.
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
 */
export const useDeleteInvites: MutationHook<"deleteInvites"> = /* @__PURE__ */ mutationHook(deleteInvites);
