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

/** List users. Query hook for {@link listUsers}. */
export const useListUsers: QueryHook<"listUsers"> = /* @__PURE__ */ queryHook(listUsers);

/** List users. Suspense query hook for {@link listUsers}. */
export const useListUsersSuspense: SuspenseQueryHook<"listUsers"> = /* @__PURE__ */ suspenseQueryHook(listUsers);

/** List users. Infinite query hook for {@link listUsers}. */
export const useListUsersInfinite: InfiniteQueryHook<"listUsers"> = /* @__PURE__ */ infiniteQueryHook(listUsers);

/** List users. Suspense infinite query hook for {@link listUsers}. */
export const useListUsersSuspenseInfinite: SuspenseInfiniteQueryHook<"listUsers"> =
  /* @__PURE__ */ suspenseInfiniteQueryHook(listUsers);

/** Remove users. Mutation hook for {@link deleteUsers}. */
export const useDeleteUsers: MutationHook<"deleteUsers"> = /* @__PURE__ */ mutationHook(deleteUsers);

/** Get a user. Query hook for {@link getUser}. */
export const useGetUser: QueryHook<"getUser"> = /* @__PURE__ */ queryHook(getUser);

/** Get a user. Suspense query hook for {@link getUser}. */
export const useGetUserSuspense: SuspenseQueryHook<"getUser"> = /* @__PURE__ */ suspenseQueryHook(getUser);

/** List a user's groups. Query hook for {@link listUserGroupsFromUser}. */
export const useListUserGroupsFromUser: QueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ queryHook(listUserGroupsFromUser);

/** List a user's groups. Suspense query hook for {@link listUserGroupsFromUser}. */
export const useListUserGroupsFromUserSuspense: SuspenseQueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ suspenseQueryHook(listUserGroupsFromUser);

/** List a user's groups. Infinite query hook for {@link listUserGroupsFromUser}. */
export const useListUserGroupsFromUserInfinite: InfiniteQueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ infiniteQueryHook(listUserGroupsFromUser);

/** List a user's groups. Suspense infinite query hook for {@link listUserGroupsFromUser}. */
export const useListUserGroupsFromUserSuspenseInfinite: SuspenseInfiniteQueryHook<"listUserGroupsFromUser"> =
  /* @__PURE__ */ suspenseInfiniteQueryHook(listUserGroupsFromUser);

/** Add permissions to a user. Mutation hook for {@link addPermissionsToUser}. */
export const useAddPermissionsToUser: MutationHook<"addPermissionsToUser"> =
  /* @__PURE__ */ mutationHook(addPermissionsToUser);

/** Replace a user's permissions. Mutation hook for {@link replacePermissionsForUser}. */
export const useReplacePermissionsForUser: MutationHook<"replacePermissionsForUser"> =
  /* @__PURE__ */ mutationHook(replacePermissionsForUser);

/** List invites. Query hook for {@link listInvites}. */
export const useListInvites: QueryHook<"listInvites"> = /* @__PURE__ */ queryHook(listInvites);

/** List invites. Suspense query hook for {@link listInvites}. */
export const useListInvitesSuspense: SuspenseQueryHook<"listInvites"> = /* @__PURE__ */ suspenseQueryHook(listInvites);

/** List invites. Infinite query hook for {@link listInvites}. */
export const useListInvitesInfinite: InfiniteQueryHook<"listInvites"> = /* @__PURE__ */ infiniteQueryHook(listInvites);

/** List invites. Suspense infinite query hook for {@link listInvites}. */
export const useListInvitesSuspenseInfinite: SuspenseInfiniteQueryHook<"listInvites"> =
  /* @__PURE__ */ suspenseInfiniteQueryHook(listInvites);

/** Invite people. Mutation hook for {@link createInvites}. */
export const useCreateInvites: MutationHook<"createInvites"> = /* @__PURE__ */ mutationHook(createInvites);

/** Delete invites. Mutation hook for {@link deleteInvites}. */
export const useDeleteInvites: MutationHook<"deleteInvites"> = /* @__PURE__ */ mutationHook(deleteInvites);
