import type { DataOf, IamFailure, InputOf, Operation, PagedOperationId } from "@segment-iam/client";
import { useInfiniteQuery, type SkipToken, type UseInfiniteQueryResult } from "@tanstack/react-query";
import { infiniteOptionsOf, type InfiniteOverrides } from "../query/infinite-options-of.ts";
import type { InputThen } from "../query/types.ts";
import type { ItemPages } from "../query/types.ts";
import { hookOf } from "./hook-of.ts";

/** `useInfiniteQuery` for one operation: its input (or `skipToken`), then TanStack Query's options. */
export interface InfiniteQueryHook<Id extends PagedOperationId> {
  <Data = ItemPages<Id>>(
    ...args: InputThen<InputOf<Id>, InfiniteOverrides<DataOf<Id>, Data>, SkipToken>
  ): UseInfiniteQueryResult<Data, IamFailure>;
}

/** Makes an operation's infinite query hook. The generated ones are made with it. */
export function infiniteQueryHook<Id extends PagedOperationId>(operation: Operation<Id>): InfiniteQueryHook<Id> {
  return hookOf(infiniteOptionsOf(operation), useInfiniteQuery) as InfiniteQueryHook<Id>;
}
