import { CursorLoopError } from "@segment-iam/helpers/pagination";
import type { Cursor } from "./types.ts";

/** Returns the cursor after or before a page. `params` are the cursors of the loaded pages. */
export type PageParamGetter<PageData> = (
  page: PageData,
  pages?: readonly PageData[],
  param?: Cursor,
  params?: readonly Cursor[],
) => Cursor;

/**
 * Detects cursors that repeat, because loading all pages would never end.
 *
 * TanStack Query also computes page params during a render, where an error would unmount the component. The page param is therefore an
 * error object, which the query function throws.
 */
export function detectCursorLoops(operation: string) {
  const errors = new WeakMap<object, CursorLoopError>();
  const thrown = new WeakSet<object>();
  return {
    /**
     * Returns a function that returns the next or previous cursor of a page, or an error if that cursor repeats. After the query
     * function has thrown the error, the returned function returns `undefined`, so that loading all pages ends.
     */
    cursorAfter:
      (cursorOf: (page: unknown) => Cursor, input: unknown): PageParamGetter<object> =>
      (page, _pages, _param, params = []) => {
        const cursor = cursorOf(page);
        const first = (input as { pagination?: { cursor?: string } } | undefined)?.pagination?.cursor;
        if (!cursor || !params.some((used = first) => used === cursor)) return cursor;
        const error = errors.get(page) ?? new CursorLoopError(operation, cursor);
        errors.set(page, error);
        return thrown.has(error) ? undefined : (error as unknown as string);
      },
    check(cursor: unknown): Cursor {
      if (!(cursor instanceof CursorLoopError)) return cursor as Cursor;
      thrown.add(cursor);
      throw cursor;
    },
  };
}
