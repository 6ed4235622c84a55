import { bodyText, InvalidResponseError, type OperationDescriptor } from "@segment-iam/client";

/** What this API calls a page, both in an input and in `data`. */
interface Paged {
  readonly pagination?: {
    readonly next?: string | null;
    readonly previous?: string | null;
    readonly totalEntries?: number;
  };
}

/** The API's own page size, in items. Stated because it wants a size beside every cursor. */
const PAGE_SIZE = 200;

/**
 * The input that asks for the page at a cursor, `undefined` for the first.
 *
 * What the input itself says of its page stands, but for the cursor where there is one.
 */
export function pageInput(input: object | undefined, cursor: string | undefined, count: number = PAGE_SIZE): object {
  const { pagination } = (input ?? {}) as { pagination?: object };
  return { ...input, pagination: { count, ...pagination, ...(cursor !== undefined && { cursor }) } };
}

/** The cursor of the page after this one. A null or missing `next` is the end, and nothing else is: not an empty page. */
export function nextCursor(data: unknown): string | undefined {
  return (data as Paged).pagination?.next ?? undefined;
}

/** The cursor of the page before this one, `undefined` at the start. */
export function previousCursor(data: unknown): string | undefined {
  return (data as Paged).pagination?.previous ?? undefined;
}

/** How many items there are on all pages together; `undefined` where the API does not say. */
export function pageTotal(data: unknown): number | undefined {
  return (data as Paged).pagination?.totalEntries;
}

/**
 * The items of a page.
 *
 * @throws {InvalidResponseError} when they are not there, for taking that for an empty page would lose them silently.
 */
export async function pageItems(
  operation: OperationDescriptor,
  data: unknown,
  response: Response,
): Promise<readonly unknown[]> {
  const items = (data as Record<string, unknown> | null)?.[String(operation.page)];
  if (Array.isArray(items)) return items;
  throw new InvalidResponseError(
    operation.id,
    response.status,
    await bodyText(response),
    `its data has no list of ${operation.page}`,
  );
}
