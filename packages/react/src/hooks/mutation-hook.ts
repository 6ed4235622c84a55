import type { DataOf, IamFailure, MutationOperationId, Operation } from "@segment-iam/client";
import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import { mutationOptionsOf, type OperationMutationOverrides } from "../query/mutation-options-of.ts";
import type { VariablesOf } from "../query/types.ts";
import { hookOf } from "./hook-of.ts";

/** `useMutation` for one operation: TanStack Query's options, `invalidate` and `optimistic`. */
export interface MutationHook<Id extends MutationOperationId> {
  <OnMutateResult = unknown>(
    overrides?: OperationMutationOverrides<Id, OnMutateResult>,
  ): UseMutationResult<DataOf<Id>, IamFailure, VariablesOf<Id>, OnMutateResult>;
}

/** Makes an operation's mutation hook. The generated ones are made with it. */
export function mutationHook<Id extends MutationOperationId>(operation: Operation<Id>): MutationHook<Id> {
  return hookOf(mutationOptionsOf(operation), useMutation) as MutationHook<Id>;
}
