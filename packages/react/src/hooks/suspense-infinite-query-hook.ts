import type { DataOf, IamFailure, InputOf, Operation, PagedOperationId } from "@segment-iam/client";
import { useSuspenseInfiniteQuery, type UseSuspenseInfiniteQueryResult } from "@tanstack/react-query";
import { infiniteOptionsOf, type InfiniteOverrides } from "../query/infinite-options-of.ts";
import type { InputThen } from "../query/types.ts";
import type { ItemPages } from "../query/types.ts";
import { hookOf } from "./hook-of.ts";
import type { UnsuspendedOption } from "./unsuspended-option.ts";

/** `useSuspenseInfiniteQuery` for one operation: its input, then TanStack Query's options. */
export interface SuspenseInfiniteQueryHook<Id extends PagedOperationId> {
  <Data = ItemPages<Id>>(
    ...args: InputThen<InputOf<Id>, Omit<InfiniteOverrides<DataOf<Id>, Data>, UnsuspendedOption>>
  ): UseSuspenseInfiniteQueryResult<Data, IamFailure>;
}

/** Makes an operation's suspense infinite query hook. The generated ones are made with it. */
export function suspenseInfiniteQueryHook<Id extends PagedOperationId>(
  operation: Operation<Id>,
): SuspenseInfiniteQueryHook<Id> {
  return hookOf(infiniteOptionsOf(operation), useSuspenseInfiniteQuery) as SuspenseInfiniteQueryHook<Id>;
}
