import type { DataOf, IamFailure, InputOf, Operation, QueryOperationId } from "@segment-iam/client";
import { useSuspenseQuery, type UseSuspenseQueryResult } from "@tanstack/react-query";
import type { InputThen } from "../query/types.ts";
import { queryOptionsOf, type QueryOverrides } from "../query/query-options-of.ts";
import { hookOf } from "./hook-of.ts";
import type { UnsuspendedOption } from "./unsuspended-option.ts";

/** `useSuspenseQuery` for one operation: its input, then TanStack Query's options. */
export interface SuspenseQueryHook<Id extends QueryOperationId> {
  <Data = DataOf<Id>>(
    ...args: InputThen<InputOf<Id>, Omit<QueryOverrides<DataOf<Id>, Data>, UnsuspendedOption>>
  ): UseSuspenseQueryResult<Data, IamFailure>;
}

/** Makes an operation's suspense query hook. The generated ones are made with it. */
export function suspenseQueryHook<Id extends QueryOperationId>(operation: Operation<Id>): SuspenseQueryHook<Id> {
  return hookOf(queryOptionsOf(operation), useSuspenseQuery) as SuspenseQueryHook<Id>;
}
