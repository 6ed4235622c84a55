import type * as S from "./schemas.ts";
export interface ListUsersInput {
  pagination?: S.PaginationInput | undefined;
}
export type ListUsersData = S.ListUsersV1Output;
export interface GetUserInput {
  userId: string;
}
export type GetUserData = S.GetUserV1Output;
export interface DeleteUsersInput {
  userIds: string[];
}
export type DeleteUsersData = S.DeleteUsersV1Output;
export interface ListUserGroupsFromUserInput {
  userId: string;
  pagination?: S.PaginationInput | undefined;
}
export type ListUserGroupsFromUserData = S.ListUserGroupsFromUserV1Output;
export interface AddPermissionsToUserInput {
  userId: string;
  permissions: S.PermissionInputV1[];
}
export type AddPermissionsToUserData = S.AddPermissionsToUserV1Output;
export interface ReplacePermissionsForUserInput {
  userId: string;
  permissions: S.PermissionInputV1[];
}
export type ReplacePermissionsForUserData = S.ReplacePermissionsForUserV1Output;
export interface ListInvitesInput {
  pagination?: S.PaginationInput | undefined;
}
export type ListInvitesData = S.ListInvitesV1Output;
export interface CreateInvitesInput {
  invites: S.InviteV1[];
}
export type CreateInvitesData = S.CreateInvitesV1Output;
export interface DeleteInvitesInput {
  emails: string[];
}
export type DeleteInvitesData = S.DeleteInvitesV1Output;
export interface OperationTypes {
  listUsers: { input: ListUsersInput; data: ListUsersData; item: S.UserV1 };
  getUser: { input: GetUserInput; data: GetUserData };
  deleteUsers: { input: DeleteUsersInput; data: DeleteUsersData; listItem: string };
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
export type OperationId = keyof OperationTypes;
export type PagedOperationId = "listUsers" | "listUserGroupsFromUser" | "listInvites";
export type BulkOperationId = "deleteUsers" | "createInvites" | "deleteInvites";
export type QueryOperationId = "listUsers" | "getUser" | "listUserGroupsFromUser" | "listInvites";
export type MutationOperationId =
  | "deleteUsers"
  | "addPermissionsToUser"
  | "replacePermissionsForUser"
  | "createInvites"
  | "deleteInvites";
