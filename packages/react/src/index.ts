"use client";

export type { BulkState } from "./bulk/bulk-store.ts";
export { useBulk, type BulkActions, type UseBulkOptions, type UseBulkResult } from "./bulk/use-bulk.ts";
export * from "./generated/hooks.ts";
export type {
  InfiniteQueryHook,
  MutationHook,
  QueryHook,
  SuspenseInfiniteOverrides,
  SuspenseInfiniteQueryHook,
  SuspenseQueryHook,
  SuspenseQueryOverrides,
} from "./hooks/operation-hooks.ts";
export { IamProvider, useIamClient, type IamProviderProps, type ObservableRateLimiter } from "./iam-provider.tsx";
export type { DefinedInfiniteOverrides, InfiniteOverrides } from "./query/infinite-options-of.ts";
export type { MutationOverrides, OperationMutationOverrides } from "./query/mutation-options-of.ts";
export type { OptimisticUpdate } from "./optimistic/types.ts";
export type { InvalidateAfterBulk } from "./invalidation/update-cache-after-bulk.ts";
export type { Invalidate } from "./invalidation/queries-to-invalidate.ts";
export type { DefinedInitialData, DefinedQueryOverrides, QueryOverrides } from "./query/query-options-of.ts";
export type {
  Cursor,
  DefinedHookArguments,
  HookArguments,
  HookCallOptions,
  IamInfiniteData,
  InfiniteItemsData,
  InputOrSkipToken,
  VariablesOf,
} from "./types.ts";
export { useRateLimit } from "./use-rate-limit.ts";
export type { BulkFailure, BulkProgress, BulkReport } from "@segment-iam/helpers/bulk";
export type { RateLimitState } from "@segment-iam/helpers/rate-limit";
