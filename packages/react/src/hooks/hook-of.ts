import { useQueryClient } from "@tanstack/react-query";
import { useIam } from "../iam-provider.tsx";

/**
 * What all hooks do: options for the provider's client, given to one of TanStack Query's hooks.
 *
 * Builders take the query client after their public arguments, so that its defaults decide on retries before the policy does.
 * What goes in and out is said by the hooks' own interfaces: while an operation is open, nothing of it can be checked.
 */
export function hookOf(optionsOf: unknown, useHook: unknown) {
  return function useOperation(...args: readonly unknown[]): unknown {
    const [first, second] = args;
    return (useHook as Use)((optionsOf as Use)(useIam().client, first, second, useQueryClient()));
  };
}

type Use = (...args: readonly unknown[]) => unknown;
