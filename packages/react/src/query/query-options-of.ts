import type { DataOf, IamClient, IamFailure, InputOf, Operation, QueryOperationId } from "@segment-iam/client";
import type { DataTag, QueryFunction, QueryKey, SkipToken, UseQueryOptions } from "@tanstack/react-query";
import type { InputThen } from "./input-then.ts";
import { readOptionsOf } from "./read-options-of.ts";

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
  const build = readOptionsOf(operation, "finite", (input) => input);
  // Overloads that differ in what an input may be cannot be checked while `Id` is open; the type tests check them closed.
  return build as unknown as QueryOptionsBuilder<Id>;
}
