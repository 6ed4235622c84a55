/** What the API does where nobody outside knows: each is a guess, and can be set to the other one. */
export interface MockAssumptions {
  /** Deleting a list in which something does not exist: all of it fails with 404, or what exists is deleted. @default "fail" */
  readonly deleteUnknown: "fail" | "ignore";
  /** Inviting an address that has an invite or is a user: all of it fails with 409 or 422, or that address is passed over. @default 409 */
  readonly inviteExisting: 409 | 422 | "ignore";
  /** `addPermissionsToUser` answers with all permissions of the user, or with the added ones. @default "all" */
  readonly addPermissionsAnswer: "all" | "added";
  /** Replacing a user's permissions with an empty list: accepted, or 422. @default "accept" */
  readonly replaceWithNothing: "accept" | "refuse";
}

/** The guesses that a workspace starts with. */
export const defaultAssumptions: MockAssumptions = {
  deleteUnknown: "fail",
  inviteExisting: 409,
  addPermissionsAnswer: "all",
  replaceWithNothing: "accept",
};
