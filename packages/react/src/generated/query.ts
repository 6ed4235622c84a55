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
  infiniteQueryKeyOf,
  keyOf,
  queryKeyOf,
  type InfiniteQueryKeyBuilder,
  type KeyPrefixBuilder,
  type QueryKeyBuilder,
} from "../key-of.ts";
import {
  invalidateOf,
  prefetchInfiniteOf,
  prefetchOf,
  setDataOf,
  setInfiniteDataOf,
  type InvalidateFunction,
  type PrefetchFunction,
  type PrefetchInfiniteFunction,
  type SetDataFunction,
  type SetInfiniteDataFunction,
} from "../query/cache-functions-of.ts";
import { infiniteOptionsOf, type InfiniteOptionsBuilder } from "../query/infinite-options-of.ts";
import { mutationOptionsOf, type MutationOptionsBuilder } from "../query/mutation-options-of.ts";
import { queryOptionsOf, type QueryOptionsBuilder } from "../query/query-options-of.ts";

/** List users. Key prefix for {@link listUsers}. */
export const listUsersKey: KeyPrefixBuilder<"listUsers"> = /* @__PURE__ */ keyOf(listUsers);

/** List users. Invalidation for {@link listUsers}. */
export const invalidateListUsers: InvalidateFunction<"listUsers"> = /* @__PURE__ */ invalidateOf(listUsers);

/** List users. Query options for {@link listUsers}. */
export const listUsersOptions: QueryOptionsBuilder<"listUsers"> = /* @__PURE__ */ queryOptionsOf(listUsers);

/** List users. Query key for {@link listUsers}. */
export const listUsersQueryKey: QueryKeyBuilder<"listUsers"> = /* @__PURE__ */ queryKeyOf(listUsers);

/** List users. Prefetching for {@link listUsers}. */
export const prefetchListUsers: PrefetchFunction<"listUsers"> = /* @__PURE__ */ prefetchOf(listUsers);

/** List users. Cache update for {@link listUsers}. */
export const setListUsersData: SetDataFunction<"listUsers"> = /* @__PURE__ */ setDataOf(listUsers);

/** List users. Infinite query options for {@link listUsers}. */
export const listUsersInfiniteOptions: InfiniteOptionsBuilder<"listUsers"> =
  /* @__PURE__ */ infiniteOptionsOf(listUsers);

/** List users. Infinite query key for {@link listUsers}. */
export const listUsersInfiniteQueryKey: InfiniteQueryKeyBuilder<"listUsers"> =
  /* @__PURE__ */ infiniteQueryKeyOf(listUsers);

/** List users. Prefetching of pages for {@link listUsers}. */
export const prefetchListUsersInfinite: PrefetchInfiniteFunction<"listUsers"> =
  /* @__PURE__ */ prefetchInfiniteOf(listUsers);

/** List users. Cache update of pages for {@link listUsers}. */
export const setListUsersInfiniteData: SetInfiniteDataFunction<"listUsers"> =
  /* @__PURE__ */ setInfiniteDataOf(listUsers);

/** Remove users. Mutation options for {@link deleteUsers}. */
export const deleteUsersMutationOptions: MutationOptionsBuilder<"deleteUsers"> =
  /* @__PURE__ */ mutationOptionsOf(deleteUsers);

/** Get a user. Key prefix for {@link getUser}. */
export const getUserKey: KeyPrefixBuilder<"getUser"> = /* @__PURE__ */ keyOf(getUser);

/** Get a user. Invalidation for {@link getUser}. */
export const invalidateGetUser: InvalidateFunction<"getUser"> = /* @__PURE__ */ invalidateOf(getUser);

/** Get a user. Query options for {@link getUser}. */
export const getUserOptions: QueryOptionsBuilder<"getUser"> = /* @__PURE__ */ queryOptionsOf(getUser);

/** Get a user. Query key for {@link getUser}. */
export const getUserQueryKey: QueryKeyBuilder<"getUser"> = /* @__PURE__ */ queryKeyOf(getUser);

/** Get a user. Prefetching for {@link getUser}. */
export const prefetchGetUser: PrefetchFunction<"getUser"> = /* @__PURE__ */ prefetchOf(getUser);

/** Get a user. Cache update for {@link getUser}. */
export const setGetUserData: SetDataFunction<"getUser"> = /* @__PURE__ */ setDataOf(getUser);

/** List a user's groups. Key prefix for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserKey: KeyPrefixBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ keyOf(listUserGroupsFromUser);

/** List a user's groups. Invalidation for {@link listUserGroupsFromUser}. */
export const invalidateListUserGroupsFromUser: InvalidateFunction<"listUserGroupsFromUser"> =
  /* @__PURE__ */ invalidateOf(listUserGroupsFromUser);

/** List a user's groups. Query options for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserOptions: QueryOptionsBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ queryOptionsOf(listUserGroupsFromUser);

/** List a user's groups. Query key for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserQueryKey: QueryKeyBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ queryKeyOf(listUserGroupsFromUser);

/** List a user's groups. Prefetching for {@link listUserGroupsFromUser}. */
export const prefetchListUserGroupsFromUser: PrefetchFunction<"listUserGroupsFromUser"> =
  /* @__PURE__ */ prefetchOf(listUserGroupsFromUser);

/** List a user's groups. Cache update for {@link listUserGroupsFromUser}. */
export const setListUserGroupsFromUserData: SetDataFunction<"listUserGroupsFromUser"> =
  /* @__PURE__ */ setDataOf(listUserGroupsFromUser);

/** List a user's groups. Infinite query options for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserInfiniteOptions: InfiniteOptionsBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ infiniteOptionsOf(listUserGroupsFromUser);

/** List a user's groups. Infinite query key for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserInfiniteQueryKey: InfiniteQueryKeyBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ infiniteQueryKeyOf(listUserGroupsFromUser);

/** List a user's groups. Prefetching of pages for {@link listUserGroupsFromUser}. */
export const prefetchListUserGroupsFromUserInfinite: PrefetchInfiniteFunction<"listUserGroupsFromUser"> =
  /* @__PURE__ */ prefetchInfiniteOf(listUserGroupsFromUser);

/** List a user's groups. Cache update of pages for {@link listUserGroupsFromUser}. */
export const setListUserGroupsFromUserInfiniteData: SetInfiniteDataFunction<"listUserGroupsFromUser"> =
  /* @__PURE__ */ setInfiniteDataOf(listUserGroupsFromUser);

/** Add permissions to a user. Mutation options for {@link addPermissionsToUser}. */
export const addPermissionsToUserMutationOptions: MutationOptionsBuilder<"addPermissionsToUser"> =
  /* @__PURE__ */ mutationOptionsOf(addPermissionsToUser);

/** Replace a user's permissions. Mutation options for {@link replacePermissionsForUser}. */
export const replacePermissionsForUserMutationOptions: MutationOptionsBuilder<"replacePermissionsForUser"> =
  /* @__PURE__ */ mutationOptionsOf(replacePermissionsForUser);

/** List invites. Key prefix for {@link listInvites}. */
export const listInvitesKey: KeyPrefixBuilder<"listInvites"> = /* @__PURE__ */ keyOf(listInvites);

/** List invites. Invalidation for {@link listInvites}. */
export const invalidateListInvites: InvalidateFunction<"listInvites"> = /* @__PURE__ */ invalidateOf(listInvites);

/** List invites. Query options for {@link listInvites}. */
export const listInvitesOptions: QueryOptionsBuilder<"listInvites"> = /* @__PURE__ */ queryOptionsOf(listInvites);

/** List invites. Query key for {@link listInvites}. */
export const listInvitesQueryKey: QueryKeyBuilder<"listInvites"> = /* @__PURE__ */ queryKeyOf(listInvites);

/** List invites. Prefetching for {@link listInvites}. */
export const prefetchListInvites: PrefetchFunction<"listInvites"> = /* @__PURE__ */ prefetchOf(listInvites);

/** List invites. Cache update for {@link listInvites}. */
export const setListInvitesData: SetDataFunction<"listInvites"> = /* @__PURE__ */ setDataOf(listInvites);

/** List invites. Infinite query options for {@link listInvites}. */
export const listInvitesInfiniteOptions: InfiniteOptionsBuilder<"listInvites"> =
  /* @__PURE__ */ infiniteOptionsOf(listInvites);

/** List invites. Infinite query key for {@link listInvites}. */
export const listInvitesInfiniteQueryKey: InfiniteQueryKeyBuilder<"listInvites"> =
  /* @__PURE__ */ infiniteQueryKeyOf(listInvites);

/** List invites. Prefetching of pages for {@link listInvites}. */
export const prefetchListInvitesInfinite: PrefetchInfiniteFunction<"listInvites"> =
  /* @__PURE__ */ prefetchInfiniteOf(listInvites);

/** List invites. Cache update of pages for {@link listInvites}. */
export const setListInvitesInfiniteData: SetInfiniteDataFunction<"listInvites"> =
  /* @__PURE__ */ setInfiniteDataOf(listInvites);

/** Invite people. Mutation options for {@link createInvites}. */
export const createInvitesMutationOptions: MutationOptionsBuilder<"createInvites"> =
  /* @__PURE__ */ mutationOptionsOf(createInvites);

/** Delete invites. Mutation options for {@link deleteInvites}. */
export const deleteInvitesMutationOptions: MutationOptionsBuilder<"deleteInvites"> =
  /* @__PURE__ */ mutationOptionsOf(deleteInvites);
