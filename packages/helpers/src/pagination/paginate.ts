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

/** How to page, and what each page is called with. */
export interface PaginateOptions extends CallOptions {
  /** The cursor to start from, of a `PageError` or of an earlier page. @default the first page */
  readonly cursor?: string | undefined;
  /** How many items to ask for in a page, 1 to 1000. @default 200, or fewer where the operation's pages have fewer */
  readonly count?: number | undefined;
}

/** What an operation is called with. Where to start and how long a page is are options. */
export type PaginateInput<Id extends PagedOperationId> = Omit<InputOf<Id>, "pagination"> & {
  readonly pagination?: never;
};

/** Arguments after the client: the input may be left out where nothing in it is required. */
export type PaginateArguments<Id extends PagedOperationId> =
  {} extends PaginateInput<Id>
    ? [input?: PaginateInput<Id> | undefined, options?: PaginateOptions | undefined]
    : [input: PaginateInput<Id>, options?: PaginateOptions | undefined];

/** All items of an operation. Each iteration starts anew; nothing is fetched before one does. */
export interface Pagination<Id extends PagedOperationId> extends AsyncIterable<ItemOf<Id>> {
  /** The same, page by page, each as the operation itself would answer with it. */
  pages(): AsyncIterable<DataOf<Id>>;
}

/**
 * Goes through all items of an operation, across its pages.
 *
 * While the caller works on one page the next is already being fetched, so a loop that breaks off may have asked for one page
 * more than it used. An aborted signal makes the loop throw the signal's reason. Do not delete what you are going through:
 * that moves the pages; collect the items first.
 *
 * Its iterators throw `PageError` when a page cannot be fetched, with the cursor to resume from and the failure as its `cause`,
 * and `CursorLoopError` when the server sends a cursor a second time.
 *
 * @example
 * for await (const user of paginate(listUsers, iam)) console.log(user.email);
 */
export function paginate<Id extends PagedOperationId>(
  operation: Operation<Id>,
  client: IamClient,
  ...[input, options = {}]: PaginateArguments<Id>
): Pagination<Id> {
  const { cursor, count, signal, ...callOptions } = options;
  // What the descriptor says of the answer is what the generator made its type of: the two come from one place.
  const walkPages = <Item>(
    read: (data: unknown, response: Response) => readonly unknown[] | Promise<readonly unknown[]>,
  ) =>
    iteratePages<Item>(
      operation.id,
      async (at, stop) => {
        const pageOf = pageInput(input, at, count ?? operation.pageSize);
        const { data, response } = await client.call(operation, pageOf, { ...callOptions, signal: stop });
        return { items: (await read(data, response)) as readonly Item[], next: nextCursor(data) };
      },
      cursor,
      signal,
    );
  return {
    [Symbol.asyncIterator]: () => walkPages<ItemOf<Id>>((data, response) => pageItems(operation, data, response)),
    pages: () => ({ [Symbol.asyncIterator]: () => walkPages<DataOf<Id>>((data) => [data]) }),
  };
}
