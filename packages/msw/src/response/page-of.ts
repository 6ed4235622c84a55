import type { PaginationInput, PaginationOutput } from "@segment-iam/types";
import { invalid } from "./api-failure.ts";

/** The page size when `pagination` is left out. */
const DEFAULT_COUNT = 200;

/** One page of a list, and where it sits among the others. */
export interface Page<Item> {
  readonly items: Item[];
  readonly pagination: PaginationOutput;
}

/**
 * Cuts a page out of a list. A cursor holds the index of the page's first item, so deleting moves what it points at.
 *
 * @throws {ApiFailure} 422 for a cursor that this mock did not make.
 */
export function pageOf<Item>(
  list: readonly Item[],
  { cursor, count }: PaginationInput = { count: DEFAULT_COUNT },
): Page<Item> {
  const start = cursor === undefined ? 0 : readCursor(cursor);
  const end = start + count;
  return {
    items: list.slice(start, end),
    pagination: {
      current: writeCursor(start),
      next: end < list.length ? writeCursor(end) : null,
      previous: start > 0 ? writeCursor(Math.max(0, start - count)) : null,
      totalEntries: list.length,
    },
  };
}

function writeCursor(index: number): string {
  return btoa(String(index));
}

function readCursor(cursor: string): number {
  try {
    const index = atob(cursor);
    if (/^\d{1,9}$/.test(index)) return Number(index);
  } catch {
    // Not base64: refused below with everything else that is no cursor.
  }
  throw invalid("pagination.cursor", "is not a cursor");
}
