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

import { infiniteOptionsOf, type InfiniteOptionsBuilder } from "../query/infinite-options-of.ts";
import { keyOf, type KeyBuilder } from "../query/key-of.ts";
import { mutationOptionsOf, type MutationOptionsBuilder } from "../query/mutation-options-of.ts";
import { queryOptionsOf, type QueryOptionsBuilder } from "../query/query-options-of.ts";

/** List users. Query key for {@link listUsers}. */
export const listUsersKey: KeyBuilder<"listUsers"> = /* @__PURE__ */ keyOf(listUsers);

/** List users. Query options for {@link listUsers}. */
export const listUsersOptions: QueryOptionsBuilder<"listUsers"> = /* @__PURE__ */ queryOptionsOf(listUsers);

/** List users. Infinite query options for {@link listUsers}. */
export const listUsersInfiniteOptions: InfiniteOptionsBuilder<"listUsers"> =
  /* @__PURE__ */ infiniteOptionsOf(listUsers);

/** Remove users. Mutation options for {@link deleteUsers}. */
export const deleteUsersMutationOptions: MutationOptionsBuilder<"deleteUsers"> =
  /* @__PURE__ */ mutationOptionsOf(deleteUsers);

/** Get a user. Query key for {@link getUser}. */
export const getUserKey: KeyBuilder<"getUser"> = /* @__PURE__ */ keyOf(getUser);

/** Get a user. Query options for {@link getUser}. */
export const getUserOptions: QueryOptionsBuilder<"getUser"> = /* @__PURE__ */ queryOptionsOf(getUser);

/** List a user's groups. Query key for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserKey: KeyBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ keyOf(listUserGroupsFromUser);

/** List a user's groups. Query options for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserOptions: QueryOptionsBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ queryOptionsOf(listUserGroupsFromUser);

/** List a user's groups. Infinite query options for {@link listUserGroupsFromUser}. */
export const listUserGroupsFromUserInfiniteOptions: InfiniteOptionsBuilder<"listUserGroupsFromUser"> =
  /* @__PURE__ */ infiniteOptionsOf(listUserGroupsFromUser);

/** Add permissions to a user. Mutation options for {@link addPermissionsToUser}. */
export const addPermissionsToUserMutationOptions: MutationOptionsBuilder<"addPermissionsToUser"> =
  /* @__PURE__ */ mutationOptionsOf(addPermissionsToUser);

/** Replace a user's permissions. Mutation options for {@link replacePermissionsForUser}. */
export const replacePermissionsForUserMutationOptions: MutationOptionsBuilder<"replacePermissionsForUser"> =
  /* @__PURE__ */ mutationOptionsOf(replacePermissionsForUser);

/** List invites. Query key for {@link listInvites}. */
export const listInvitesKey: KeyBuilder<"listInvites"> = /* @__PURE__ */ keyOf(listInvites);

/** List invites. Query options for {@link listInvites}. */
export const listInvitesOptions: QueryOptionsBuilder<"listInvites"> = /* @__PURE__ */ queryOptionsOf(listInvites);

/** List invites. Infinite query options for {@link listInvites}. */
export const listInvitesInfiniteOptions: InfiniteOptionsBuilder<"listInvites"> =
  /* @__PURE__ */ infiniteOptionsOf(listInvites);

/** Invite people. Mutation options for {@link createInvites}. */
export const createInvitesMutationOptions: MutationOptionsBuilder<"createInvites"> =
  /* @__PURE__ */ mutationOptionsOf(createInvites);

/** Withdraw invites. Mutation options for {@link deleteInvites}. */
export const deleteInvitesMutationOptions: MutationOptionsBuilder<"deleteInvites"> =
  /* @__PURE__ */ mutationOptionsOf(deleteInvites);
