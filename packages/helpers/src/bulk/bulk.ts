import {
  dottedQuery,
  InputError,
  type BulkOperationId,
  type CallOptions,
  type IamClient,
  type Operation,
  type OperationTypes,
} from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { systemClock, type Clock } from "../time/clock.ts";
import type { BulkProgress, BulkReport } from "./bulk-report.ts";
import { BulkRunner } from "./bulk-runner.ts";
import { chunkList } from "./chunk-list.ts";

/** One item of the list an operation works on. */
export type ListItemOf<Id extends BulkOperationId> = OperationTypes[Id]["listItem"];

/** How to work through a list, and what each call is made with. Calls have `priority: "bulk"`. */
export interface BulkOptions<Item = unknown> extends Omit<CallOptions, "priority"> {
  /** How many items one request takes at most. @default 100 */
  readonly maxItems?: number | undefined;
  /** How long the path and query of a request may be, in bytes, where the list goes into the query. @default 6_000 */
  readonly maxUrlBytes?: number | undefined;
  /**
   * Finds out whether an item was carried out, with a GET for example, when the answer of its request was lost. An item of which it
   * says `false` is sent again, and reported as rejected when it says so once more. Without it, or when it throws, items are reported
   * as unknown.
   */
  readonly isDone?: ((item: Item, options: CallOptions) => boolean | Promise<boolean>) | undefined;
  /** Told of each change. What it throws goes to the console, and the run goes on. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

/** Bulk work under way. */
export interface BulkRun<Item> {
  /** What became of each item. It never rejects: an abort settles it too. */
  readonly result: Promise<BulkReport<Item>>;
  /** How far it has come; the same object until that changes. */
  readonly progress: BulkProgress;
  /** Calls back after each change of `progress`; answers with a function that ends this. What it throws goes to the console. */
  subscribe(listener: () => void): () => void;
  /** Sends no further request until `resume`. The one under way is finished. */
  pause(): void;
  /** Goes on after `pause`. */
  resume(): void;
  /**
   * Ends the run. The items of a request that was sent are reported as unknown, since it may have been carried out.
   *
   * @param reason what the report says stopped the run: an error with the name `AbortError` unless told
   */
  abort(reason?: unknown): void;
}

/**
 * Carries an operation out for a list of any length, one request after the other.
 *
 * The list is split by count and by length of the URL. When the API refuses a request because of what is in it, the request is
 * halved until the item at fault stands alone. The whole list is read before anything is sent, so that it may be one that the
 * operation changes. It does not retry and does not wait for rate limits: give the client `retry()`
 * and `rateLimit()` for that. An error no item is to blame for, such as a wrong token, ends the run.
 *
 * @throws {ConfigError} when `maxItems` is not a whole number of at least 1, or `maxUrlBytes` less than 0 or `NaN`.
 * @throws {InputError} when the list is a single string.
 * @example
 * const { rejected } = await bulk(deleteUsers, iam, userIds).result;
 */
export function bulk<Id extends BulkOperationId>(
  operation: Operation<Id>,
  client: IamClient,
  list: Iterable<ListItemOf<Id>> & object,
  options: BulkOptions<ListItemOf<Id>> = {},
): BulkRun<ListItemOf<Id>> {
  const { maxItems = 100, maxUrlBytes = 6_000, isDone, onProgress, clock = systemClock, signal, ...rest } = options;
  checkOptions({ maxItems }, 1);
  checkOptions({ maxUrlBytes });
  const name = String(operation.list);
  if (typeof list === "string") throw new InputError(operation.id, name, "would be single characters; give a list");
  const inQuery = operation.query?.includes(name) === true;

  const runner = new BulkRunner<ListItemOf<Id>>(
    {
      list: chunkList(list, {
        maxItems,
        maxCost: inQuery ? maxUrlBytes - operation.path.length : Infinity,
        costAt: (item, index) => (inQuery ? urlBytes(`${name}.${index}`, item) : 0),
      }),
      callOptions: { ...rest, priority: "bulk" },
      send: (chunk, callOptions) => client.call(operation, { [name]: chunk }, callOptions),
      isDone,
      oversizedError: () =>
        new InputError(operation.id, name, `has an item too long for a URL of ${maxUrlBytes} bytes`),
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

/** How much an item adds to a URL, in bytes: it is preceded by `?` or `&`, and named by its index. */
function urlBytes(name: string, item: unknown): number {
  try {
    return dottedQuery(name, item).length;
  } catch {
    // What cannot be written is refused when it is to be sent, and then stands alone in the report.
    return 0;
  }
}
