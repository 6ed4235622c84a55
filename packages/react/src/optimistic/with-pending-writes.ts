import type { QueryClient } from "@tanstack/react-query";
import { optimisticWritesOf } from "./optimistic-writes.ts";
import type { SelectOptions } from "./types.ts";

/**
 * Adds the pending optimistic writes to the `select` of a query's options. Returns options with the same `select` if no write affects the
 * query.
 *
 * The hooks of this package already do this. Use this function with TanStack Query's own hooks and observers. When a write
 * starts or ends, call it again and set the new options.
 *
 * @example
 * useMutationState({ filters: { status: "pending" } }); // Renders when a write starts or ends.
 * useQueries({ queries: userIds.map((userId) => withPendingWrites(queryClient, getUserOptions(iam, { userId }))) });
 */
export function withPendingWrites<Options extends SelectOptions>(queryClient: QueryClient, options: Options): Options {
  return { ...options, select: optimisticWritesOf(queryClient).selectOf(options) ?? options.select };
}
