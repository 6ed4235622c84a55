import {
  serializeDottedQuery,
  InputError,
  wireNameOf,
  type BulkOperationId,
  type IamClient,
  type Operation,
  type OperationTypes,
} from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { chunkList } from "./chunk-list.ts";
import { startBulkRun } from "./start-bulk-run.ts";
import type { BulkRun, BulkRunOptions } from "./types.ts";

/** An item of an operation's list input. */
export type ListItemOf<Id extends BulkOperationId> = OperationTypes[Id]["bulkItem"];

/** Options of `bulk` and of its calls. The calls have `priority: "bulk"`. */
export interface BulkOptions<Item = unknown> extends BulkRunOptions<Item> {
  /** The highest number of items in one request. @default 100 */
  readonly maxBatchSize?: number | undefined;
  /** The longest path and query of a request in bytes, for operations with the list in the query. @default 6_000 */
  readonly maxUrlBytes?: number | undefined;
}

/**
 * Runs an operation on a list of any length, one request after the other.
 *
 * Splits the list by item count and URL length. The whole list is read before the first request, so later changes to it have no effect.
 * When the API rejects a request because of its content, the request is halved until the rejected item is isolated. An error that no item
 * caused, such as an invalid token, ends the run.
 *
 * The run also ends when the API has rejected five items that were sent alone, and accepted no item. To avoid this for a list in which only
 * the first items are invalid, the last three of the five are taken from different parts of the list.
 *
 * `bulk` does not retry or limit the request rate. Add `retry()` and `rateLimit()` to the client.
 *
 * @throws {ConfigError} when `maxBatchSize` is not a whole number of at least 1, or `maxUrlBytes` is less than 0 or `NaN`
 * @throws {InputError} when the list is not iterable, or is a string
 * @example
 * const { rejected } = await bulk(deleteUsers, iam, userIds).result;
 */
export function bulk<Id extends BulkOperationId>(
  operation: Operation<Id>,
  client: IamClient,
  list: Iterable<ListItemOf<Id>> & object,
  options: BulkOptions<ListItemOf<Id>> = {},
): BulkRun<ListItemOf<Id>> {
  const { maxBatchSize = 100, maxUrlBytes = 6_000, ...rest } = options;
  checkOptions({ maxBatchSize }, 1);
  checkOptions({ maxUrlBytes });
  const name = String(operation.bulkField);
  if (typeof list === "string" || typeof list?.[Symbol.iterator] !== "function")
    throw new InputError(operation.id, name, `must be an array, got a value of type ${typeof list}`);
  const wireName = wireNameOf(operation, name);
  const inQuery = operation.query?.includes(name) === true;

  const { chunks, oversized } = chunkList(list, {
    maxBatchSize,
    maxCost: inQuery ? maxUrlBytes - operation.path.length : Infinity,
    costAt: (item, index) => (inQuery ? urlBytes(`${wireName}.${index}`, item) : 0),
  });
  const reason = `contains an item that makes the URL longer than maxUrlBytes (${maxUrlBytes})`;
  return startBulkRun(
    {
      chunks,
      unsendable: oversized.map((item) => ({ item, error: new InputError(operation.id, name, reason) })),
      send: (chunk, callOptions) => client.call(operation, { [name]: chunk }, callOptions),
    },
    rest,
  );
}

/** Returns how many bytes an item adds to a URL, including its name and the preceding `?` or `&`. */
function urlBytes(name: string, item: unknown): number {
  try {
    return serializeDottedQuery(name, item).length;
  } catch {
    // An item that cannot be serialized fails when it is sent. Halving the request then isolates it.
    return 0;
  }
}
