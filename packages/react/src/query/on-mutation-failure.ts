import type { QueryClient } from "@tanstack/react-query";

/**
 * Calls back when a mutation whose attempt has just failed has failed for good, unless it certainly was not carried out.
 *
 * It listens to the cache, since only TanStack Query knows whether there is another attempt, and every callback is the caller's.
 */
export function whenFailed(queryClient: QueryClient, variables: unknown, refresh: () => Promise<void>): void {
  const stop = queryClient.getMutationCache().subscribe(({ type, mutation }) => {
    if (type !== "updated" || mutation.state.variables !== variables) return;
    // What comes first is either the end or the wait for another attempt.
    stop();
    const { status, error, failureCount } = mutation.state;
    // An answer of 3xx or 4xx says that it was not carried out, but for an attempt before it: what is repeated may have been.
    const isRefused = /^[34]/.test(String((error as { status?: number } | null)?.status));
    if (status === "error" && (failureCount > 1 || !isRefused)) void refresh();
  });
}
