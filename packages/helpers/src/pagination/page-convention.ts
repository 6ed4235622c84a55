import { readBodyText, InvalidResponseError, type OperationDescriptor } from "@segment-iam/client";

/** The part of `data` that the API uses for paging. */
interface Paged {
  readonly pagination?: {
    readonly next?: string | null;
    readonly previous?: string | null;
    readonly totalEntries?: number;
  };
}

/** The API's default page size, in items. Sent explicitly, because the API requires `count` with each cursor. */
const PAGE_SIZE = 200;

/**
 * Returns the input for the page at `cursor`, or for the first page if it is `undefined`.
 *
 * `cursor` takes precedence over `input.pagination`, which takes precedence over `count`.
 */
export function pageInput(input: object | undefined, cursor: string | undefined, count: number = PAGE_SIZE): object {
  const { pagination } = (input ?? {}) as { pagination?: object };
  return { ...input, pagination: { count, ...pagination, ...(cursor !== undefined && { cursor }) } };
}

/** Returns the cursor of the next page, or `undefined` if `next` is null, empty or missing. An empty page can have a next page. */
export function nextCursor(data: unknown): string | undefined {
  return (data as Paged).pagination?.next || undefined;
}

/** Returns the cursor of the previous page, or `undefined` on the first page. */
export function previousCursor(data: unknown): string | undefined {
  return (data as Paged).pagination?.previous || undefined;
}

/** Returns the number of items on all pages, or `undefined` if the API does not state it. */
export function pageTotal(data: unknown): number | undefined {
  return (data as Paged).pagination?.totalEntries;
}

/**
 * Returns the items of a page.
 *
 * @throws {InvalidResponseError} when they are missing, because treating that as an empty page would lose items silently
 */
export async function pageItems(
  operation: OperationDescriptor,
  data: unknown,
  response: Response,
): Promise<readonly unknown[]> {
  const items = (data as Record<string, unknown> | null)?.[String(operation.itemsField)];
  if (Array.isArray(items)) return items;
  throw new InvalidResponseError(
    operation.id,
    response.status,
    await readBodyText(response),
    `data.${operation.itemsField} is not an array`,
  );
}
