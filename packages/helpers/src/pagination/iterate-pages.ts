import { IamError } from "@segment-iam/client";
import { linkAbortSignal } from "../link-abort-signal.ts";

/** Thrown when the server returns a cursor a second time. Otherwise, the iteration would never end. */
export class CursorLoopError extends IamError {
  static override readonly iamBrand: string = "CursorLoopError";
  declare readonly name: "CursorLoopError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The repeated cursor. */
  declare readonly cursor: string;

  constructor(operation: string, cursor: string) {
    super(
      `${operation} returned the cursor ${JSON.stringify(cursor)} a second time; stopped to avoid an endless loop`,
      {
        operation,
        cursor,
      },
    );
  }
}

/** Thrown when a page cannot be fetched. All items before that page were returned. `cause` is the failure. */
export class PageError extends IamError {
  static override readonly iamBrand: string = "PageError";
  declare readonly name: "PageError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The cursor of the page. Pass it as the `cursor` option of `paginate` to resume. `undefined` for the first page. */
  declare readonly cursor: string | undefined;

  constructor(operation: string, cursor: string | undefined, cause: unknown) {
    const page = cursor === undefined ? "its first page" : `the page at cursor ${JSON.stringify(cursor)}`;
    super(`${operation} failed on ${page}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      operation,
      cursor,
      cause,
    });
  }
}

/** The items of a page, and the cursor of the next page, or `undefined` on the last one. */
export interface FetchedPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/**
 * Iterates over the items of all pages. Fetches one page ahead, and aborts a pending request when the iteration stops.
 *
 * @throws {PageError} when a page cannot be fetched
 * @throws {CursorLoopError} when the server returns a cursor a second time
 */
export function iteratePages<Item>(
  operation: string,
  fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<FetchedPage<Item>>,
  start: string | undefined,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<Item, undefined> {
  const controller = new AbortController();
  const followed = new Set<string | undefined>();

  async function load(cursor: string | undefined): Promise<FetchedPage<Item>> {
    // The server can return a cursor that is not a string. Comparing JSON detects an object that repeats.
    const key = JSON.stringify(cursor);
    if (followed.has(key)) throw new CursorLoopError(operation, String(cursor));
    followed.add(key);
    const unlink = linkAbortSignal(signal, controller);
    try {
      return await fetch(cursor, controller.signal);
    } catch (cause) {
      throw controller.signal.aborted ? controller.signal.reason : new PageError(operation, cursor, cause);
    } finally {
      unlink();
    }
  }

  async function* run(): AsyncGenerator<Item, undefined> {
    try {
      for (let ahead: Promise<FetchedPage<Item>> | undefined = load(start); ahead;) {
        const page: FetchedPage<Item> = await ahead;
        ahead = page.next === undefined ? undefined : load(page.next);
        // The iteration can stop before it awaits this page. A failure would then be an unhandled rejection.
        ahead?.catch(() => {});
        for (const item of page.items) {
          if (signal?.aborted) throw signal.reason;
          yield item;
        }
      }
    } catch (error) {
      if (signal?.aborted || !controller.signal.aborted) throw error;
    } finally {
      controller.abort();
    }
  }

  const items = run();
  const finish = items.return.bind(items);
  // By default, `return` of a generator waits for the pending page.
  items.return = (value) => {
    controller.abort();
    return finish(value);
  };
  return items;
}
