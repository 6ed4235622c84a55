// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import type { components } from "./openapi.ts";

/** A user of the workspace. */
export type UserV1 = components["schemas"]["UserV1"];

/** A role that a user holds, and the resources it holds for. */
export type PermissionV1 = components["schemas"]["PermissionV1"];

/**
 * A permission as the two permission writes return it. Unlike `PermissionV1` it has no labels of its own; those of its
 * resources remain.
 */
export type AccessPermissionV1 = components["schemas"]["AccessPermissionV1"];

/** A permission to give to a user. Labels go on its resources; the permission itself takes none. */
export type PermissionInputV1 = components["schemas"]["PermissionInputV1"];

/** A resource of a user's permission, with its labels. */
export type PermissionResourceV1 = components["schemas"]["PermissionResourceV1"];

/** A resource of an invite's permission. Unlike `PermissionResourceV1` it takes no labels. */
export type ResourceV1 = components["schemas"]["ResourceV1"];

/** An invite to create. */
export type InviteV1 = components["schemas"]["InviteV1"];

/** A permission that an invite carries. Its labels sit beside its resources, not on them. */
export type InvitePermissionV1 = components["schemas"]["InvitePermissionV1"];

/**
 * A label: a key with a value. Its name marks it as beta, so it may change. How labels narrow a permission is not
 * verified.
 */
export type AllowedLabelBeta = components["schemas"]["AllowedLabelBeta"];

/** A user group, reduced to its ID and name. */
export type MinimalUserGroupV1 = components["schemas"]["MinimalUserGroupV1"];

/** Which page to return and how many items it may hold. */
export type PaginationInput = components["schemas"]["PaginationInput"];

/** Where a page sits among the others. */
export type PaginationOutput = components["schemas"]["PaginationOutput"];

/** The body of a failed request. It never has `data`. */
export type RequestErrorEnvelope = components["schemas"]["RequestErrorEnvelope"];

/** One thing that went wrong. */
export type RequestError = components["schemas"]["RequestError"];

/** One page of the workspace's users. */
export type ListUsersV1Output = components["schemas"]["ListUsersV1Output"];

/** The body of a successful `listUsers`. */
export type ListUsers200Response = components["schemas"]["ListUsers200Response"];

/** The requested user. */
export type GetUserV1Output = components["schemas"]["GetUserV1Output"];

/** The body of a successful `getUser`. */
export type GetUser200Response = components["schemas"]["GetUser200Response"];

/** The outcome of removing users. */
export type DeleteUsersV1Output = components["schemas"]["DeleteUsersV1Output"];

/** The body of a successful `deleteUsers`. */
export type DeleteUsers200Response = components["schemas"]["DeleteUsers200Response"];

/** One page of a user's groups. */
export type ListUserGroupsFromUserV1Output = components["schemas"]["ListUserGroupsFromUserV1Output"];

/** The body of a successful `listUserGroupsFromUser`. */
export type ListUserGroupsFromUser200Response = components["schemas"]["ListUserGroupsFromUser200Response"];

/** The permissions to add to a user. */
export type AddPermissionsToUserV1Input = components["schemas"]["AddPermissionsToUserV1Input"];

/** The outcome of adding permissions. */
export type AddPermissionsToUserV1Output = components["schemas"]["AddPermissionsToUserV1Output"];

/** The body of a successful `addPermissionsToUser`. */
export type AddPermissionsToUser200Response = components["schemas"]["AddPermissionsToUser200Response"];

/** The permissions that a user is to have. */
export type ReplacePermissionsForUserV1Input = components["schemas"]["ReplacePermissionsForUserV1Input"];

/** The outcome of replacing permissions. */
export type ReplacePermissionsForUserV1Output = components["schemas"]["ReplacePermissionsForUserV1Output"];

/** The body of a successful `replacePermissionsForUser`. */
export type ReplacePermissionsForUser200Response = components["schemas"]["ReplacePermissionsForUser200Response"];

/** One page of the invites to the workspace. */
export type ListInvitesV1Output = components["schemas"]["ListInvitesV1Output"];

/** The body of a successful `listInvites`. */
export type ListInvites200Response = components["schemas"]["ListInvites200Response"];

/** The invites to create. */
export type CreateInvitesV1Input = components["schemas"]["CreateInvitesV1Input"];

/** The outcome of inviting people. */
export type CreateInvitesV1Output = components["schemas"]["CreateInvitesV1Output"];

/** The body of a successful `createInvites`. */
export type CreateInvites201Response = components["schemas"]["CreateInvites201Response"];

/** The outcome of withdrawing invites. */
export type DeleteInvitesV1Output = components["schemas"]["DeleteInvitesV1Output"];

/** The body of a successful `deleteInvites`. */
export type DeleteInvites200Response = components["schemas"]["DeleteInvites200Response"];
