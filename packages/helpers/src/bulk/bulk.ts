import {
  serializeDottedQuery,
  InputError,
  type BulkOperationId,
  type CallOptions,
  type IamClient,
  type Operation,
  type OperationTypes,
} from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { systemClock, type Clock } from "../clock.ts";
import type { BulkProgress, BulkReport } from "./bulk-report.ts";
import { BulkRunner } from "./bulk-runner.ts";
import { chunkList } from "./chunk-list.ts";

/** An item of the list that an operation takes. */
export type ListItemOf<Id extends BulkOperationId> = OperationTypes[Id]["bulkItem"];

/** Options of `bulk`, and of its calls, which have `priority: "bulk"`. */
export interface BulkOptions<Item = unknown> extends Omit<CallOptions, "priority"> {
  /** The most items in one request. @default 100 */
  readonly maxBatchSize?: number | undefined;
  /** The longest path and query of a request in bytes, for operations with the list in the query. @default 6_000 */
  readonly maxUrlBytes?: number | undefined;
  /**
   * Returns whether an item was executed, for example by a GET. Called when the outcome of a request is unknown. If it returns `false`,
   * the item is sent again, and rejected if that fails the same way. Without it, or if it throws, the item is reported as unknown.
   */
  readonly isDone?: ((item: Item, options: CallOptions) => boolean | Promise<boolean>) | undefined;
  /** Called after each change of the progress. Errors that it throws go to `console.error`, and the run continues. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

/** A bulk run. */
export interface BulkRun<Item> {
  /** The outcome of each item. Never rejects; after an abort it resolves too. */
  readonly result: Promise<BulkReport<Item>>;
  /** The current progress. The object is the same until something changes. */
  readonly progress: BulkProgress;
  /**
   * Calls `listener` after each change of `progress`. Returns a function that ends the subscription. Errors that the listener throws
   * go to `console.error`.
   */
  subscribe(listener: () => void): () => void;
  /** Sends no further request until `resume`. The request in flight is completed. */
  pause(): void;
  /** Continues after `pause`. */
  resume(): void;
  /**
   * Ends the run. The items of a request in flight are reported as unknown, because it may have been executed.
   *
   * @param reason the `stopReason` of the report. @default an error with the name `AbortError`
   */
  abort(reason?: unknown): void;
}

/**
 * Runs an operation on a list of any length, one request after the other.
 *
 * The list is split by count and by length of the URL. When the API rejects a request because of its content, the request is halved
 * until the rejected item is alone. The whole list is read before anything is sent, so the operation can change the list. An error
 * that no item caused, such as a wrong token, ends the run. It neither retries nor waits for rate limits: add `retry()` and
 * `rateLimit()` to the client for that.
 *
 * @throws {ConfigError} when `maxBatchSize` is not a whole number of at least 1, or `maxUrlBytes` is less than 0 or `NaN`
 * @throws {InputError} when the list is a single string
 * @example
 * const { rejected } = await bulk(deleteUsers, iam, userIds).result;
 */
export function bulk<Id extends BulkOperationId>(
  operation: Operation<Id>,
  client: IamClient,
  list: Iterable<ListItemOf<Id>> & object,
  options: BulkOptions<ListItemOf<Id>> = {},
): BulkRun<ListItemOf<Id>> {
  const { maxBatchSize = 100, maxUrlBytes = 6_000, isDone, onProgress, clock = systemClock, signal, ...rest } = options;
  checkOptions({ maxBatchSize }, 1);
  checkOptions({ maxUrlBytes });
  const name = String(operation.bulkField);
  if (typeof list === "string") throw new InputError(operation.id, name, "must be a list, got a string");
  const inQuery = operation.query?.includes(name) === true;

  const runner = new BulkRunner<ListItemOf<Id>>(
    {
      list: chunkList(list, {
        maxBatchSize,
        maxCost: inQuery ? maxUrlBytes - operation.path.length : Infinity,
        costAt: (item, index) => (inQuery ? urlBytes(`${name}.${index}`, item) : 0),
      }),
      callOptions: { ...rest, priority: "bulk" },
      send: (chunk, callOptions) => client.call(operation, { [name]: chunk }, callOptions),
      isDone,
      oversizedError: () =>
        new InputError(operation.id, name, `has an item that is too long for a URL of ${maxUrlBytes} bytes`),
    },
    clock,
  );
  if (onProgress) runner.subscribe(() => onProgress(runner.progress));
  const result = runner.run(signal);
  return {
    result,
    get progress() {
      return runner.progress;
    },
    subscribe: (listener) => runner.subscribe(listener),
    pause: () => runner.pause(),
    resume: () => runner.resume(),
    abort: (reason) => runner.abort(reason),
  };
}

/** Returns how many bytes an item adds to a URL, including its name and the `?` or `&` before it. */
function urlBytes(name: string, item: unknown): number {
  try {
    return serializeDottedQuery(name, item).length;
  } catch {
    // An item that cannot be serialized is rejected when it is sent, and is then alone in the report.
    return 0;
  }
}
