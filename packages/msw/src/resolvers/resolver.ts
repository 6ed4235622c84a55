import type { OperationId, OperationTypes } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";

/**
 * Computes the data of an operation and updates the state.
 *
 * It validates the whole request before it changes the state. It throws an `HttpError` to respond with an error.
 */
type Resolver<Id extends OperationId> = (
  input: OperationTypes[Id]["input"],
  context: ResolverContext,
) => OperationTypes[Id]["data"];

/** Resolvers by operation id. An operation id that is not in the spec is a type error. */
export type Resolvers = { readonly [Id in OperationId]?: Resolver<Id> };

/** The second argument of a resolver. */
export interface ResolverContext {
  readonly state: MockState;
  readonly assumptions: MockAssumptions;
}

/** Assumed behaviour where the API is undocumented. */
export interface MockAssumptions {
  /** How to handle an unknown item in a delete. `"fail"` responds with 404 and deletes nothing; `"ignore"` deletes the other items. @default "fail" */
  readonly deleteUnknown: "fail" | "ignore";
  /** The status for an address that has an invite or belongs to a user. `"ignore"` skips the address. @default 409 */
  readonly inviteExisting: 409 | 422 | "ignore";
  /** Whether `addPermissionsToUser` returns all permissions of the user or only the added ones. @default "all" */
  readonly addPermissionsResponse: "all" | "added";
  /** Whether a user's permissions can be replaced with an empty list. `"reject"` responds with 422. @default "accept" */
  readonly replaceWithEmptyList: "accept" | "reject";
}

/** The default assumptions. */
export const defaultAssumptions: MockAssumptions = {
  deleteUnknown: "fail",
  inviteExisting: 409,
  addPermissionsResponse: "all",
  replaceWithEmptyList: "accept",
};
