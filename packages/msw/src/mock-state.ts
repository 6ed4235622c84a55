import type { InviteV1, MinimalUserGroupV1, UserV1 } from "@segment-iam/types";

/** What a mock workspace holds. Tests may read and change all of it; lists answer in the order they have here. */
export interface MockState {
  /** The ID of the workspace. */
  workspaceId: string;
  /** The users. */
  users: UserV1[];
  /** The invites that nobody accepted yet, with the permissions they carry. */
  invites: InviteV1[];
  /** The user groups with their members. */
  groups: MockGroup[];
  /** The roles that permissions may name. */
  roles: MockRole[];
}

/** A user group. */
export interface MockGroup extends MinimalUserGroupV1 {
  /** The IDs of its members. */
  userIds: string[];
}

/** A role. */
export interface MockRole {
  id: string;
  name: string;
}
