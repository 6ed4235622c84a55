// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import type { components } from "./openapi.ts";

/** A user of the workspace. */
export type UserV1 = components["schemas"]["UserV1"];

/** A role of a user and the resources it applies to. */
export type PermissionV1 = components["schemas"]["PermissionV1"];

/**
 * A permission in the response of `addPermissionsToUser` or `replacePermissionsForUser`. Unlike `PermissionV1`, it has
 * labels only on its resources.
 */
export type AccessPermissionV1 = components["schemas"]["AccessPermissionV1"];

/** A permission to assign to a user. It accepts labels only on its resources. */
export type PermissionInputV1 = components["schemas"]["PermissionInputV1"];

/** A resource of a user's permission, with its labels. */
export type PermissionResourceV1 = components["schemas"]["PermissionResourceV1"];

/** A resource of an invite's permission. Unlike `PermissionResourceV1`, it has no labels. */
export type ResourceV1 = components["schemas"]["ResourceV1"];

/** An invite to create. */
export type InviteV1 = components["schemas"]["InviteV1"];

/** A permission of an invite. The permission has labels, but its resources have none. */
export type InvitePermissionV1 = components["schemas"]["InvitePermissionV1"];

/** A label with a key and a value. The schema is in beta and can change. It is not verified how labels limit a permission. */
export type AllowedLabelBeta = components["schemas"]["AllowedLabelBeta"];

/** A user group with only its ID and name. */
export type MinimalUserGroupV1 = components["schemas"]["MinimalUserGroupV1"];

/** The page to return and its maximum size. */
export type PaginationInput = components["schemas"]["PaginationInput"];

/** The position of a page among all pages. */
export type PaginationOutput = components["schemas"]["PaginationOutput"];

/** The body of a failed request. It never has `data`. */
export type RequestErrorEnvelope = components["schemas"]["RequestErrorEnvelope"];

/** A single error. */
export type RequestError = components["schemas"]["RequestError"];

/** One page of the workspace's users. */
export type ListUsersV1Output = components["schemas"]["ListUsersV1Output"];

/** The body of a successful `listUsers`. */
export type ListUsers200Response = components["schemas"]["ListUsers200Response"];

/** The requested user. */
export type GetUserV1Output = components["schemas"]["GetUserV1Output"];

/** The body of a successful `getUser`. */
export type GetUser200Response = components["schemas"]["GetUser200Response"];

/** The result of removing users. */
export type DeleteUsersV1Output = components["schemas"]["DeleteUsersV1Output"];

/** The body of a successful `deleteUsers`. */
export type DeleteUsers200Response = components["schemas"]["DeleteUsers200Response"];

/** One page of a user's groups. */
export type ListUserGroupsFromUserV1Output = components["schemas"]["ListUserGroupsFromUserV1Output"];

/** The body of a successful `listUserGroupsFromUser`. */
export type ListUserGroupsFromUser200Response = components["schemas"]["ListUserGroupsFromUser200Response"];

/** The permissions to add to a user. */
export type AddPermissionsToUserV1Input = components["schemas"]["AddPermissionsToUserV1Input"];

/** The result of adding permissions. */
export type AddPermissionsToUserV1Output = components["schemas"]["AddPermissionsToUserV1Output"];

/** The body of a successful `addPermissionsToUser`. */
export type AddPermissionsToUser200Response = components["schemas"]["AddPermissionsToUser200Response"];

/** The new permissions of a user. */
export type ReplacePermissionsForUserV1Input = components["schemas"]["ReplacePermissionsForUserV1Input"];

/** The result of replacing permissions. */
export type ReplacePermissionsForUserV1Output = components["schemas"]["ReplacePermissionsForUserV1Output"];

/** The body of a successful `replacePermissionsForUser`. */
export type ReplacePermissionsForUser200Response = components["schemas"]["ReplacePermissionsForUser200Response"];

/** One page of the invites to the workspace. */
export type ListInvitesV1Output = components["schemas"]["ListInvitesV1Output"];

/** The body of a successful `listInvites`. */
export type ListInvites200Response = components["schemas"]["ListInvites200Response"];

/** The invites to create. */
export type CreateInvitesV1Input = components["schemas"]["CreateInvitesV1Input"];

/** The result of inviting people. */
export type CreateInvitesV1Output = components["schemas"]["CreateInvitesV1Output"];

/** The body of a successful `createInvites`. */
export type CreateInvites201Response = components["schemas"]["CreateInvites201Response"];

/** The result of withdrawing invites. */
export type DeleteInvitesV1Output = components["schemas"]["DeleteInvitesV1Output"];

/** The body of a successful `deleteInvites`. */
export type DeleteInvites200Response = components["schemas"]["DeleteInvites200Response"];
