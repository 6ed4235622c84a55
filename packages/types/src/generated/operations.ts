// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import type * as S from "./schemas.ts";

/** The input of `listUsers`. */
export interface ListUsersInput {
  /** The page to return and its maximum size. Without it, the server returns the first page with up to 200 items. */
  pagination?: S.PaginationInput | undefined;
}

/** The result of `listUsers`. */
export interface ListUsersData extends S.ListUsersV1Output {}

/** The input of `deleteUsers`. */
export interface DeleteUsersInput {
  /** The IDs of the users to remove, at least one. */
  userIds: string[];
}

/** The result of `deleteUsers`. */
export interface DeleteUsersData extends S.DeleteUsersV1Output {}

/** The input of `getUser`. */
export interface GetUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
}

/** The result of `getUser`. */
export interface GetUserData extends S.GetUserV1Output {}

/** The input of `listUserGroupsFromUser`. */
export interface ListUserGroupsFromUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
  /** The page to return and its maximum size. Without it, the server returns the first page with up to 200 items. */
  pagination?: S.PaginationInput | undefined;
}

/** The result of `listUserGroupsFromUser`. */
export interface ListUserGroupsFromUserData extends S.ListUserGroupsFromUserV1Output {}

/** The input of `addPermissionsToUser`. */
export interface AddPermissionsToUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
  /** The permissions to add. Existing permissions are kept. */
  permissions: S.PermissionInputV1[];
}

/** The result of `addPermissionsToUser`. */
export interface AddPermissionsToUserData extends S.AddPermissionsToUserV1Output {}

/** The input of `replacePermissionsForUser`. */
export interface ReplacePermissionsForUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
  /** The complete list. Permissions that are not in it are removed. */
  permissions: S.PermissionInputV1[];
}

/** The result of `replacePermissionsForUser`. */
export interface ReplacePermissionsForUserData extends S.ReplacePermissionsForUserV1Output {}

/** The input of `listInvites`. */
export interface ListInvitesInput {
  /** The page to return and its maximum size. Without it, the server returns the first page with up to 200 items. */
  pagination?: S.PaginationInput | undefined;
}

/** The result of `listInvites`. */
export interface ListInvitesData extends S.ListInvitesV1Output {}

/** The input of `createInvites`. */
export interface CreateInvitesInput {
  /** The invites, one for each person. */
  invites: S.InviteV1[];
}

/** The result of `createInvites`. */
export interface CreateInvitesData extends S.CreateInvitesV1Output {}

/** The input of `deleteInvites`. */
export interface DeleteInvitesInput {
  /** The email addresses of the invites to delete, at least one. */
  emails: string[];
}

/** The result of `deleteInvites`. */
export interface DeleteInvitesData extends S.DeleteInvitesV1Output {}

/** The types of each operation: its input, its data, an item of its pages and an item of its bulk input. */
export interface OperationTypes {
  listUsers: { input: ListUsersInput; data: ListUsersData; item: S.UserV1 };
  deleteUsers: { input: DeleteUsersInput; data: DeleteUsersData; bulkItem: string };
  getUser: { input: GetUserInput; data: GetUserData };
  listUserGroupsFromUser: {
    input: ListUserGroupsFromUserInput;
    data: ListUserGroupsFromUserData;
    item: S.MinimalUserGroupV1;
  };
  addPermissionsToUser: { input: AddPermissionsToUserInput; data: AddPermissionsToUserData };
  replacePermissionsForUser: { input: ReplacePermissionsForUserInput; data: ReplacePermissionsForUserData };
  listInvites: { input: ListInvitesInput; data: ListInvitesData; item: string };
  createInvites: { input: CreateInvitesInput; data: CreateInvitesData; bulkItem: S.InviteV1 };
  deleteInvites: { input: DeleteInvitesInput; data: DeleteInvitesData; bulkItem: string };
}

/** The ids of all operations. */
export type OperationId = keyof OperationTypes;

/** The ids of the paged operations. */
export type PagedOperationId = "listUsers" | "listUserGroupsFromUser" | "listInvites";

/** The ids of the operations whose only required input is an array, which `bulk` can split. */
export type BulkOperationId = "deleteUsers" | "createInvites" | "deleteInvites";

/** The ids of the read operations. */
export type QueryOperationId = "listUsers" | "getUser" | "listUserGroupsFromUser" | "listInvites";

/** The ids of the write operations. */
export type MutationOperationId =
  | "deleteUsers"
  | "addPermissionsToUser"
  | "replacePermissionsForUser"
  | "createInvites"
  | "deleteInvites";
