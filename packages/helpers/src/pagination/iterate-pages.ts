import { linkAbortSignal } from "../link-abort-signal.ts";
import { CursorLoopError } from "./cursor-loop-error.ts";
import { PageError } from "./page-error.ts";

/** What a page has, and where the next one is: `undefined` when this is the last. */
export interface FetchedPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/**
 * Goes from page to page, and hands out what they have. While the caller works on one page, the next is fetched, and no further: two
 * pages are held at most.
 *
 * A page that is being fetched when the caller stops is aborted; whoever waits for it is told that there is no more.
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
    // A server may send something else than a string, a new object each time.
    const key = JSON.stringify(cursor);
    if (followed.has(key)) throw new CursorLoopError(operation, String(cursor));
    followed.add(key);
    const unfollow = linkAbortSignal(signal, controller);
    try {
      return await fetch(cursor, controller.signal);
    } catch (cause) {
      throw controller.signal.aborted ? controller.signal.reason : new PageError(operation, cursor, cause);
    } finally {
      unfollow();
    }
  }

  async function* run(): AsyncGenerator<Item, undefined> {
    try {
      for (let ahead: Promise<FetchedPage<Item>> | undefined = load(start); ahead;) {
        const page: FetchedPage<Item> = await ahead;
        ahead = page.next === undefined ? undefined : load(page.next);
        // Nobody may ever ask for that page; its failure is kept for the one who does.
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
  // By itself a generator would wait for the page it is waiting for before it ends.
  items.return = (value) => {
    controller.abort();
    return finish(value);
  };
  return items;
}
