import type { OperationId, OperationTypes } from "@segment-iam/types";
import type { MockAssumptions } from "../assumptions.ts";
import type { MockState } from "../mock-state.ts";

/** What a behaviour works on. */
export interface BehaviourContext {
  readonly state: MockState;
  readonly assumptions: MockAssumptions;
}

/**
 * What an operation does to a workspace, and what it answers.
 *
 * It checks everything before it changes anything, and throws an `ApiFailure` to answer with one.
 */
type Behaviour<Id extends OperationId> = (
  input: OperationTypes[Id]["input"],
  context: BehaviourContext,
) => OperationTypes[Id]["data"];

/** Behaviours by operation. One for an operation that the spec does not have fails type-checking. */
export type Behaviours = { readonly [Id in OperationId]?: Behaviour<Id> };
