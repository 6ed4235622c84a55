import type { PaginationInput, PaginationOutput } from "@segment-iam/types";
import { invalidField } from "../response/http-error.ts";

/** The page size of a request without `pagination`. */
const DEFAULT_COUNT = 200;

/** One page of a list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly pagination: PaginationOutput;
}

/**
 * Returns one page of a list. A cursor encodes the index of the page's first item, so deletions shift later pages.
 *
 * @throws {HttpError} 422 for an invalid cursor.
 */
export function slicePage<Item>(
  list: readonly Item[],
  { cursor, count }: PaginationInput = { count: DEFAULT_COUNT },
): Page<Item> {
  const start = cursor === undefined ? 0 : decodeCursor(cursor);
  const end = start + count;
  return {
    items: list.slice(start, end),
    pagination: {
      current: encodeCursor(start),
      next: end < list.length ? encodeCursor(end) : null,
      previous: start > 0 ? encodeCursor(Math.max(0, start - count)) : null,
      totalEntries: list.length,
    },
  };
}

function encodeCursor(index: number): string {
  return btoa(String(index));
}

function decodeCursor(cursor: string): number {
  try {
    const index = atob(cursor);
    if (/^\d{1,9}$/.test(index)) return Number(index);
  } catch {
    // Not base64: rejected below.
  }
  throw invalidField("pagination.cursor", "must be a cursor from an earlier response");
}
