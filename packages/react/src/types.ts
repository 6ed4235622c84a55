import type { CallOptions, DataOf, InputOf, OperationId, PagedOperationId } from "@segment-iam/client";
import type { ItemOf } from "@segment-iam/helpers/pagination";
import type { InfiniteData, QueryClient, QueryKey, SkipToken } from "@tanstack/react-query";

/** An operation's input, or `skipToken` while the input is not known. */
export type InputOrSkipToken<Input> = Input | SkipToken;

/** An operation's input, or `undefined` if it has no required property. */
export type OptionalInput<Input> = {} extends Input ? Input | undefined : Input;

/** An operation's input, then options. The input is optional if it has no required property. */
export type InputAndOptions<Input, Options> = {} extends Input
  ? [input?: Input | undefined, options?: Options | undefined]
  : [input: Input, options?: Options | undefined];

/** The arguments of a query hook. `Accepted` is the type of the input. Suspense hooks do not accept `skipToken`. */
export type HookArguments<Input, Options, Accepted = InputOrSkipToken<Input>> = {} extends Input
  ? [input?: Accepted | undefined, options?: Options | undefined, queryClient?: QueryClient | undefined]
  : [input: Accepted, options?: Options | undefined, queryClient?: QueryClient | undefined];

/** The arguments of a query hook whose options are required, because they have `initialData`. */
export type DefinedHookArguments<Input, Options> = {} extends Input
  ? [input: InputOrSkipToken<Input> | undefined, options: Options, queryClient?: QueryClient | undefined]
  : [input: InputOrSkipToken<Input>, options: Options, queryClient?: QueryClient | undefined];

/** The client's call options that a query or mutation accepts. They are not part of the key. */
export interface HookCallOptions extends Pick<CallOptions, "headers" | "onAttempt" | "priority" | "timeoutMs"> {}

/**
 * The part of TanStack Query's query function context that the query functions of this package use. Only infinite queries have a
 * `pageParam`.
 */
export interface FetchContext {
  readonly client: QueryClient;
  readonly queryKey: QueryKey;
  readonly signal: AbortSignal;
  readonly pageParam?: Cursor;
}

/** The variables of an operation's mutation: the operation's input. */
export type VariablesOf<Id extends OperationId> = OptionalVariables<InputOf<Id>>;

/** A mutation's variables. They are optional if the input has no required property. */
export type OptionalVariables<Input> = {} extends Input ? Input | void : Input;

/** The cursor of a page. `undefined` requests the first page. */
export type Cursor = string | undefined;

/** The data of an infinite query as it is stored in the cache. */
export type IamInfiniteData<PageData> = InfiniteData<PageData, Cursor>;

/** The `data` of an infinite query if the caller passes no `select`: the pages, their items and the total. */
export interface InfiniteItemsData<Id extends PagedOperationId> extends IamInfiniteData<DataOf<Id>> {
  /** The items of all loaded pages in one list. */
  items: ItemOf<Id>[];
  /** The number of items on all pages, loaded or not, according to the last loaded page; `undefined` if the API does not return it. */
  totalEntries: number | undefined;
}
