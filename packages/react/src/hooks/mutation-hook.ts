import type { DataOf, IamFailure, MutationOperationId, Operation } from "@segment-iam/client";
import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { mutationOptionsOf, type MutationOverrides } from "../query/mutation-options-of.ts";
import { chooseRetry } from "../query/retry-options.ts";
import type { VariablesOf } from "../query/variables-of.ts";
import { useIamClient } from "../use-iam-client.ts";

/** `useMutation` for one operation: TanStack Query's options and `invalidate`. */
export interface MutationHook<Id extends MutationOperationId> {
  <OnMutateResult = unknown>(
    overrides?: MutationOverrides<DataOf<Id>, VariablesOf<Id>, OnMutateResult>,
  ): UseMutationResult<DataOf<Id>, IamFailure, VariablesOf<Id>, OnMutateResult>;
}

/** Makes an operation's mutation hook. The generated ones are made with it. */
export function mutationHook<Id extends MutationOperationId>(operation: Operation<Id>): MutationHook<Id> {
  const optionsOf = mutationOptionsOf(operation);
  return function useOperation(overrides) {
    const queryClient = useQueryClient();
    const options = optionsOf(useIamClient(), overrides);
    const { mutations } = queryClient.getDefaultOptions();
    const retry = chooseRetry(overrides, queryClient.getMutationDefaults(options.mutationKey), mutations, options);
    return useMutation({ ...options, ...retry });
  };
}
