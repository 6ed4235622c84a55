import { CursorLoopError } from "@segment-iam/helpers/pagination";
import { startCursor } from "../key-of.ts";
import type { Cursor } from "../types.ts";

/** Returns the cursor after or before a page. `params` are the cursors of the loaded pages. */
export type PageParamGetter<PageData> = (
  page: PageData,
  pages?: readonly PageData[],
  param?: Cursor,
  params?: readonly Cursor[],
) => Cursor;

/** The errors of pages whose next or previous cursor repeats. */
const errors = new WeakMap<object, CursorLoopError>();
const thrownErrors = new WeakSet<CursorLoopError>();

/**
 * Returns a function that returns the next or previous cursor of a page. If that cursor repeats, the function returns an error, because
 * loading all pages would never end.
 *
 * TanStack Query also computes page params during a render, where a thrown error would unmount the component. `checkCursor` throws the
 * error in the query function instead. The returned function then returns `undefined`, so that loading all pages ends.
 */
export function detectCursorLoops(
  operation: string,
  cursorOf: (page: unknown) => Cursor,
  input: unknown,
): PageParamGetter<object> {
  return (page, _pages, _param, params = []) => {
    const cursor = cursorOf(page);
    if (!cursor || !params.some((used) => (used ?? startCursor(input)) === cursor)) return cursor;
    const error = errors.get(page) ?? new CursorLoopError(operation, cursor);
    errors.set(page, error);
    return thrownErrors.has(error) ? undefined : (error as unknown as string);
  };
}

/**
 * Returns the cursor of a page param. The param of the first page is `undefined`, or `null` after it was stored as JSON.
 *
 * @throws {CursorLoopError} if the cursor repeats.
 */
export function checkCursor(param: unknown): Cursor {
  if (!(param instanceof CursorLoopError)) return (param as Cursor | null) ?? undefined;
  thrownErrors.add(param);
  throw param;
}
