import type {
  DataOf,
  DataWithResponse,
  IamClient,
  IamFailure,
  InputOf,
  Operation,
  OperationId,
  QueryOperationId,
} from "@segment-iam/client";
import type { NonUndefinedGuard, QueryClient, QueryFunction, SkipToken, UseQueryOptions } from "@tanstack/react-query";
import { buildKey, type IamQueryKey, type QueryKind } from "../key-of.ts";
import { fetchSignals } from "../optimistic/pending-writes.ts";
import type {
  Cursor,
  FetchContext,
  HookCallOptions,
  InputAndOptions,
  InputOrSkipToken,
  OptionalInput,
} from "../types.ts";
import { callWithoutRetry, splitCallOptions, withRetryDefaults, type RetryOptions } from "./with-retry-defaults.ts";

/** The options of TanStack Query's `useQuery`, except the key and the function, which the operation sets. */
interface QuerySettings<QueryFnData, Data> extends Omit<
  UseQueryOptions<QueryFnData, IamFailure, Data>,
  "queryKey" | "queryFn" | "queryHash" | "queryKeyHashFn"
> {}

/** The options of a query: those of TanStack Query's `useQuery`, and options of its calls. */
export interface QueryOverrides<QueryFnData, Data = QueryFnData>
  extends QuerySettings<QueryFnData, Data>, HookCallOptions {}

/** `initialData` that is never `undefined`, so that the `data` of the query is never `undefined` either. */
export interface DefinedInitialData<Data> {
  initialData: NonUndefinedGuard<Data> | (() => NonUndefinedGuard<Data>);
}

/** The options of a query with `initialData`. */
export interface DefinedQueryOverrides<QueryFnData, Data = QueryFnData>
  extends Omit<QueryOverrides<QueryFnData, Data>, "initialData">, DefinedInitialData<QueryFnData> {}

/** Query options for `useQuery`, `fetchQuery`, `ensureQueryData` and other functions that take query options. */
export interface IamQueryOptions<QueryFnData, Data = QueryFnData> extends QuerySettings<QueryFnData, Data> {
  /** The key of the query, typed for `getQueryData`. */
  queryKey: IamQueryKey<QueryFnData>;
  /** Calls the operation once with TanStack Query's signal. */
  queryFn: QueryFunction<QueryFnData>;
}

/** Query options with `initialData`. */
export interface DefinedQueryOptions<QueryFnData, Data = QueryFnData>
  extends Omit<IamQueryOptions<QueryFnData, Data>, "initialData">, DefinedInitialData<QueryFnData> {}

/** Query options whose `queryFn` may be `skipToken`. */
export interface SkippableQueryOptions<QueryFnData, Data = QueryFnData> extends QuerySettings<QueryFnData, Data> {
  /** The key of the query, typed for `getQueryData`. */
  queryKey: IamQueryKey<QueryFnData>;
  /** Calls the operation once with TanStack Query's signal, or is `skipToken`. */
  queryFn: QueryFunction<QueryFnData> | SkipToken;
}

/** Builds the query options of an operation. */
export interface QueryOptionsBuilder<Id extends QueryOperationId> {
  /** Takes `initialData`, so that `data` is never `undefined`. */
  <Data = DataOf<Id>>(
    client: IamClient,
    input: OptionalInput<InputOf<Id>>,
    overrides: DefinedQueryOverrides<DataOf<Id>, Data>,
  ): DefinedQueryOptions<DataOf<Id>, Data>;
  /** Takes an input, which is optional if it has no required property. */
  <Data = DataOf<Id>>(
    client: IamClient,
    ...args: InputAndOptions<InputOf<Id>, QueryOverrides<DataOf<Id>, Data>>
  ): IamQueryOptions<DataOf<Id>, Data>;
  /** Takes an input, or `skipToken` while the input is not known. */
  <Data = DataOf<Id>>(
    client: IamClient,
    input: InputOrSkipToken<InputOf<Id>>,
    overrides?: QueryOverrides<DataOf<Id>, Data>,
  ): SkippableQueryOptions<DataOf<Id>, Data>;
}

/** Creates an operation's query options builder. */
export function queryOptionsOf<Id extends QueryOperationId>(operation: Operation<Id>): QueryOptionsBuilder<Id> {
  const build = readOptionsOf(operation, "finite");
  // TypeScript cannot check the overloads while `Id` is generic. The type tests check them for real operations.
  return build as unknown as QueryOptionsBuilder<Id>;
}

/** Sends one request. */
type SendRequest = () => Promise<DataWithResponse<unknown>>;

/** The caller's options that a builder reads. */
interface ReadOverrides extends RetryOptions, HookCallOptions {
  select?: unknown;
}

/**
 * Creates a builder of query options or of infinite query options.
 *
 * @param inputOf returns the input of one request; by default, the input of the query
 * @param ownOptions returns further options for this kind of query
 * @param load returns the data of one request, which `fetch` sends
 */
export function readOptionsOf<Id extends OperationId>(
  operation: Operation<Id>,
  kind: QueryKind,
  inputOf: (input: InputOf<Id> | undefined, cursor: Cursor) => unknown = (input) => input,
  ownOptions?: (overrides: ReadOverrides, input: InputOf<Id> | SkipToken | undefined) => object,
  load: (fetch: SendRequest, context: FetchContext) => Promise<unknown> = async (fetch) => (await fetch()).data,
) {
  return (
    client: IamClient,
    input?: InputOf<Id> | SkipToken,
    overrides?: ReadOverrides,
    queryClient?: QueryClient,
  ): object => {
    const queryKey = buildKey(client, operation.id, input, kind);
    const [callOptions, settings] = splitCallOptions(overrides);
    const { retry, ...options } = withRetryDefaults(
      operation,
      settings,
      queryClient?.defaultQueryOptions({ queryKey }),
      // oxlint-disable-next-line @tanstack/query/exhaustive-deps -- the key contains the id of the operation
      {
        queryKey,
        // `skipToken` is the only input that is a symbol. Not importing it keeps this module free of TanStack Query and React.
        queryFn:
          typeof input === "symbol"
            ? input
            : (context: FetchContext) => {
                const { pageParam, queryKey, signal } = context;
                fetchSignals.set(queryKey, signal);
                const fetch = () =>
                  callWithoutRetry(operation, client, inputOf(input, pageParam), { ...callOptions, signal });
                return load(fetch, context);
              },
        ...ownOptions?.(settings, input),
      },
    );
    // Only hooks pass a query client. Without one, `retry` has no default, so that `fetchQuery` does not retry. TanStack Query does not
    // retry on a server either.
    const retriesByDefault = queryClient && typeof window !== "undefined";
    return retriesByDefault || settings.retry !== undefined ? { ...options, retry } : options;
  };
}
