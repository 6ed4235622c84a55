// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import type * as S from "./schemas.ts";

/** What `listUsers` takes. */
export interface ListUsersInput {
  /**
   * Which page to return and how many items it may hold. Without it the server returns the first page with up to 200 items.
   * On the wire the members are dotted, as in `pagination.count=3&pagination.cursor=Mw%3D%3D`; `deepObject` is only the
   * closest style that OpenAPI has.
   */
  pagination?: S.PaginationInput | undefined;
}

/** What `listUsers` returns. */
export type ListUsersData = S.ListUsersV1Output;

/** What `deleteUsers` takes. */
export interface DeleteUsersInput {
  /** The IDs of the users to remove, at least one. On the wire the list is dotted by index: `userIds.0=<id>&userIds.1=<id>`. */
  userIds: string[];
}

/** What `deleteUsers` returns. */
export type DeleteUsersData = S.DeleteUsersV1Output;

/** What `getUser` takes. */
export interface GetUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
}

/** What `getUser` returns. */
export type GetUserData = S.GetUserV1Output;

/** What `listUserGroupsFromUser` takes. */
export interface ListUserGroupsFromUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
  /**
   * Which page to return and how many items it may hold. Without it the server returns the first page with up to 200 items.
   * On the wire the members are dotted, as in `pagination.count=3&pagination.cursor=Mw%3D%3D`; `deepObject` is only the
   * closest style that OpenAPI has.
   */
  pagination?: S.PaginationInput | undefined;
}

/** What `listUserGroupsFromUser` returns. */
export type ListUserGroupsFromUserData = S.ListUserGroupsFromUserV1Output;

/** What `addPermissionsToUser` takes. */
export interface AddPermissionsToUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
  /** The permissions to add. Those that the user already has stay. */
  permissions: S.PermissionInputV1[];
}

/** What `addPermissionsToUser` returns. */
export type AddPermissionsToUserData = S.AddPermissionsToUserV1Output;

/** What `replacePermissionsForUser` takes. */
export interface ReplacePermissionsForUserInput {
  /** The ID of the user, 1 to 255 characters. It is not the email address. */
  userId: string;
  /** The whole list. A permission that is not in it is taken away. */
  permissions: S.PermissionInputV1[];
}

/** What `replacePermissionsForUser` returns. */
export type ReplacePermissionsForUserData = S.ReplacePermissionsForUserV1Output;

/** What `listInvites` takes. */
export interface ListInvitesInput {
  /**
   * Which page to return and how many items it may hold. Without it the server returns the first page with up to 200 items.
   * On the wire the members are dotted, as in `pagination.count=3&pagination.cursor=Mw%3D%3D`; `deepObject` is only the
   * closest style that OpenAPI has.
   */
  pagination?: S.PaginationInput | undefined;
}

/** What `listInvites` returns. */
export type ListInvitesData = S.ListInvitesV1Output;

/** What `createInvites` takes. */
export interface CreateInvitesInput {
  /** The invites, one for each person. */
  invites: S.InviteV1[];
}

/** What `createInvites` returns. */
export type CreateInvitesData = S.CreateInvitesV1Output;

/** What `deleteInvites` takes. */
export interface DeleteInvitesInput {
  /**
   * The email addresses whose invites are withdrawn, at least one. On the wire the list is dotted by index and
   * percent-encoded: `emails.0=a%40example.com&emails.1=b%40example.com`.
   */
  emails: string[];
}

/** What `deleteInvites` returns. */
export type DeleteInvitesData = S.DeleteInvitesV1Output;

/** The types of each operation: what it takes and returns, an item of its pages, an item of the list it works on. */
export interface OperationTypes {
  listUsers: { input: ListUsersInput; data: ListUsersData; item: S.UserV1 };
  deleteUsers: { input: DeleteUsersInput; data: DeleteUsersData; listItem: string };
  getUser: { input: GetUserInput; data: GetUserData };
  listUserGroupsFromUser: {
    input: ListUserGroupsFromUserInput;
    data: ListUserGroupsFromUserData;
    item: S.MinimalUserGroupV1;
  };
  addPermissionsToUser: { input: AddPermissionsToUserInput; data: AddPermissionsToUserData };
  replacePermissionsForUser: { input: ReplacePermissionsForUserInput; data: ReplacePermissionsForUserData };
  listInvites: { input: ListInvitesInput; data: ListInvitesData; item: string };
  createInvites: { input: CreateInvitesInput; data: CreateInvitesData; listItem: S.InviteV1 };
  deleteInvites: { input: DeleteInvitesInput; data: DeleteInvitesData; listItem: string };
}

/** The id of any operation. */
export type OperationId = keyof OperationTypes;

/** The id of an operation that returns its items in pages. */
export type PagedOperationId = "listUsers" | "listUserGroupsFromUser" | "listInvites";

/** The id of an operation whose one required input is a list, which bulk work can split. */
export type BulkOperationId = "deleteUsers" | "createInvites" | "deleteInvites";

/** The id of an operation that only reads. */
export type QueryOperationId = "listUsers" | "getUser" | "listUserGroupsFromUser" | "listInvites";

/** The id of an operation that may change something. */
export type MutationOperationId =
  | "deleteUsers"
  | "addPermissionsToUser"
  | "replacePermissionsForUser"
  | "createInvites"
  | "deleteInvites";
