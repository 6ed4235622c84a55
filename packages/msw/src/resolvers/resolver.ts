import type { OperationId, OperationTypes } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";

/**
 * Computes the data of an operation, and changes the state.
 *
 * It checks everything before it changes anything, and throws an `HttpError` to respond with an error.
 */
type Resolver<Id extends OperationId> = (
  input: OperationTypes[Id]["input"],
  context: ResolverContext,
) => OperationTypes[Id]["data"];

/** Resolvers by operation id. A resolver for an operation that the spec does not have is a type error. */
export type Resolvers = { readonly [Id in OperationId]?: Resolver<Id> };

/** What a resolver works on. */
export interface ResolverContext {
  readonly state: MockState;
  readonly assumptions: MockAssumptions;
}

/** Behaviour of the API that is not documented. Each is a guess that can be changed. */
export interface MockAssumptions {
  /** Deleting a list with an unknown item: fail with 404 and delete nothing, or delete the rest. @default "fail" */
  readonly deleteUnknown: "fail" | "ignore";
  /** Inviting an address that has an invite or belongs to a user: fail with 409 or 422, or skip it. @default 409 */
  readonly inviteExisting: 409 | 422 | "ignore";
  /** Whether `addPermissionsToUser` returns all permissions of the user or the added ones. @default "all" */
  readonly addPermissionsResponse: "all" | "added";
  /** Replacing a user's permissions with an empty list: accept it, or fail with 422. @default "accept" */
  readonly replaceWithEmptyList: "accept" | "reject";
}

/** The assumptions of a workspace that does not set its own. */
export const defaultAssumptions: MockAssumptions = {
  deleteUnknown: "fail",
  inviteExisting: 409,
  addPermissionsResponse: "all",
  replaceWithEmptyList: "accept",
};
