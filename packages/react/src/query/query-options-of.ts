import type { DataOf, IamClient, IamFailure, InputOf, Operation, QueryOperationId } from "@segment-iam/client";
import type { DataTag, QueryClient, QueryFunction, QueryKey, SkipToken, UseQueryOptions } from "@tanstack/react-query";
import { callOnce } from "./call-once.ts";
import type { InputThen } from "./input-then.ts";
import { keyFor } from "./key-of.ts";
import { settleOptions, type RetryOptions } from "./settle-options.ts";

/** TanStack Query's options of a query, without those that the operation settles. */
export interface QueryOverrides<Answer, Data = Answer> extends Omit<
  UseQueryOptions<Answer, IamFailure, Data>,
  "queryKey" | "queryFn" | "queryHash" | "queryKeyHashFn"
> {}

/** The options of one query, for `useQuery`, `fetchQuery`, `ensureQueryData` and everything else that takes them. */
export interface IamQueryOptions<Answer, Data = Answer> extends QueryOverrides<Answer, Data> {
  /** Where the answer is in the cache. */
  queryKey: DataTag<QueryKey, Answer, IamFailure>;
  /** Calls the operation once, with TanStack Query's signal. */
  queryFn: QueryFunction<Answer>;
}

/** The options of a query that `skipToken` may hold back. */
export interface SkippableQueryOptions<Answer, Data = Answer> extends QueryOverrides<Answer, Data> {
  /** Where the answer is in the cache. */
  queryKey: DataTag<QueryKey, Answer, IamFailure>;
  /** Calls the operation once, with TanStack Query's signal; or `skipToken`. */
  queryFn: QueryFunction<Answer> | SkipToken;
}

/** Makes the options of an operation's query. */
export interface QueryOptionsBuilder<Id extends QueryOperationId> {
  /** With an input that is known, or that nothing requires. */
  <Data = DataOf<Id>>(
    client: IamClient,
    ...args: InputThen<InputOf<Id>, QueryOverrides<DataOf<Id>, Data>>
  ): IamQueryOptions<DataOf<Id>, Data>;
  /** With `skipToken` for as long as the input is not known. */
  <Data = DataOf<Id>>(
    client: IamClient,
    input: InputOf<Id> | SkipToken,
    overrides?: QueryOverrides<DataOf<Id>, Data>,
  ): SkippableQueryOptions<DataOf<Id>, Data>;
}

/** Makes an operation's query options builder. The generated ones are made with it. */
export function queryOptionsOf<Id extends QueryOperationId>(operation: Operation<Id>): QueryOptionsBuilder<Id> {
  const build = (
    client: IamClient,
    input?: InputOf<Id> | SkipToken,
    overrides?: RetryOptions,
    queryClient?: QueryClient,
  ) => {
    const queryKey = keyFor(client, operation.id, input, "finite");
    return settleOptions(operation, overrides, queryClient?.defaultQueryOptions({ queryKey }), {
      queryKey,
      // TanStack Query's `skipToken` is the only symbol an input can be; telling it by its type keeps React out of this module.
      queryFn:
        typeof input === "symbol"
          ? input
          : ({ signal }: { signal: AbortSignal }) => callOnce(operation, client, input, { signal }),
    });
  };
  // Overloads that differ in what an input may be cannot be checked while `Id` is open; the type tests check them closed.
  return build as unknown as QueryOptionsBuilder<Id>;
}
