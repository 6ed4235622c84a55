import type { DataOf, IamFailure, InputOf, Operation, QueryOperationId } from "@segment-iam/client";
import { useQuery, type SkipToken, type UseQueryResult } from "@tanstack/react-query";
import type { InputThen } from "../query/types.ts";
import { queryOptionsOf, type QueryOverrides } from "../query/query-options-of.ts";
import { hookOf } from "./hook-of.ts";

/** `useQuery` for one operation: its input (or `skipToken`), then TanStack Query's options. */
export interface QueryHook<Id extends QueryOperationId> {
  <Data = DataOf<Id>>(
    ...args: InputThen<InputOf<Id>, QueryOverrides<DataOf<Id>, Data>, SkipToken>
  ): UseQueryResult<Data, IamFailure>;
}

/** Makes an operation's query hook. The generated ones are made with it. */
export function queryHook<Id extends QueryOperationId>(operation: Operation<Id>): QueryHook<Id> {
  return hookOf(queryOptionsOf(operation), useQuery) as QueryHook<Id>;
}
