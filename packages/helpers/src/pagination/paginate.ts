import type {
  CallOptions,
  DataOf,
  IamClient,
  InputOf,
  Operation,
  OperationTypes,
  PagedOperationId,
} from "@segment-iam/client";
import { nextCursor, pageInput, pageItems } from "./page-convention.ts";
import { iteratePages } from "./iterate-pages.ts";

/** One item of an operation's pages. */
export type ItemOf<Id extends PagedOperationId> = OperationTypes[Id]["item"];

/** Options of `paginate`, and of the call for each page. */
export interface PaginateOptions extends CallOptions {
  /** The cursor to start from, for example `PageError.cursor`. @default the first page */
  readonly cursor?: string | undefined;
  /** Items per page, from 1 to 1000. @default 200, or the maximum of the operation if that is lower */
  readonly pageSize?: number | undefined;
}

/** The input of an operation, without `pagination`, which `paginate` sets. */
export type PaginateInput<Id extends PagedOperationId> = Omit<InputOf<Id>, "pagination"> & {
  readonly pagination?: never;
};

/** The arguments after the client. The input is optional if none of its members is required. */
export type PaginateArguments<Id extends PagedOperationId> =
  {} extends PaginateInput<Id>
    ? [input?: PaginateInput<Id> | undefined, options?: PaginateOptions | undefined]
    : [input: PaginateInput<Id>, options?: PaginateOptions | undefined];

/**
 * An async iterable of all items. Each iteration starts from the first page, or from `cursor`. No request is sent before an iteration
 * starts.
 */
export interface Pagination<Id extends PagedOperationId> extends AsyncIterable<ItemOf<Id>> {
  /** Iterates over pages instead of items. Each page is the `data` of the response. */
  pages(): AsyncIterable<DataOf<Id>>;
}

/**
 * Iterates over the items of all pages of an operation.
 *
 * Fetches one page ahead, so a loop that ends early can request one page more than it uses. When the signal aborts, the loop throws
 * the signal's reason. Collect items before you delete them, because deleting shifts the pages.
 *
 * The loop throws `PageError` when a page cannot be fetched. The error's `cause` is the failure. Pass its `cursor` to resume. The loop
 * throws `CursorLoopError` when the server returns a cursor a second time.
 *
 * @example
 * for await (const user of paginate(listUsers, iam)) console.log(user.email);
 */
export function paginate<Id extends PagedOperationId>(
  operation: Operation<Id>,
  client: IamClient,
  ...[input, options = {}]: PaginateArguments<Id>
): Pagination<Id> {
  const { cursor, pageSize, signal, ...callOptions } = options;
  // The cast is safe: the descriptor and the types are generated from the same OpenAPI document.
  const iterate = <Item>(
    read: (data: unknown, response: Response) => readonly unknown[] | Promise<readonly unknown[]>,
  ) =>
    iteratePages<Item>(
      operation.id,
      async (at, pageSignal) => {
        const inputAt = pageInput(input, at, pageSize ?? operation.maxPageSize);
        const { data, response } = await client.call(operation, inputAt, { ...callOptions, signal: pageSignal });
        return { items: (await read(data, response)) as readonly Item[], next: nextCursor(data) };
      },
      cursor,
      signal,
    );
  return {
    [Symbol.asyncIterator]: () => iterate<ItemOf<Id>>((data, response) => pageItems(operation, data, response)),
    pages: () => ({ [Symbol.asyncIterator]: () => iterate<DataOf<Id>>((data) => [data]) }),
  };
}
