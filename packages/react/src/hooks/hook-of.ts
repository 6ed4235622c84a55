import type { IamClient } from "@segment-iam/client";
import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { chooseRetry, type RetryOptions } from "../query/retry-options.ts";
import { useIamClient } from "../use-iam-client.ts";

/** What every query options builder is while its operation is open: the hooks' own interfaces say what goes in and out. */
type OptionsOf = (client: IamClient, input: unknown, overrides?: RetryOptions) => RetryOptions & { queryKey: QueryKey };

/**
 * What all query hooks do: options for the provider's client, given to one of TanStack Query's hooks.
 *
 * An option decides on retries before the query client's defaults, and those before the policy, as TanStack Query has it.
 */
export function hookOf(optionsOf: unknown, useHook: unknown) {
  return function useOperation(input: unknown, overrides?: RetryOptions): unknown {
    const queryClient = useQueryClient();
    const options = (optionsOf as OptionsOf)(useIamClient(), input, overrides);
    const { queries } = queryClient.getDefaultOptions();
    const retry = chooseRetry(overrides, queryClient.getQueryDefaults(options.queryKey), queries, options);
    return (useHook as (options: object) => unknown)({ ...options, ...retry });
  };
}
