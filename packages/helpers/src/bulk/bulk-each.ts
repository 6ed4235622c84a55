import type { CallOptions } from "@segment-iam/client";
import { startBulkRun } from "./start-bulk-run.ts";
import type { BulkRun, BulkRunOptions } from "./types.ts";

/**
 * Calls a function for each item of a list, one item after the other. Like `bulk`, for operations without a list input.
 *
 * Pass the options to the call that changes something. They contain the signal and the hooks that determine whether a failed call may
 * have been executed. Calls that only read should not receive `onAttempt` and `onRetry`.
 *
 * @param list the items. It is read before the first call.
 * @example
 * const run = bulkEach(userIds, (userId, options) => addPermissionsToUser(iam, { userId, permissions }, options));
 * const { rejected } = await run.result;
 */
export function bulkEach<Item>(
  list: Iterable<Item> & object,
  call: (item: Item, options: CallOptions) => Promise<unknown>,
  options: BulkRunOptions<Item> = {},
): BulkRun<Item> {
  return startBulkRun(
    {
      chunks: Array.from(list, (item) => [item]),
      send: ([item], callOptions) => call(item as Item, callOptions),
    },
    options,
  );
}
