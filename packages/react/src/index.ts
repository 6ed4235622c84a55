"use client";

export type { BulkState } from "./bulk/bulk-store.ts";
export { useBulk, type BulkActions, type UseBulkOptions, type UseBulkResult } from "./bulk/use-bulk.ts";
export * from "./generated/hooks.ts";
export type { InfiniteQueryHook } from "./hooks/infinite-query-hook.ts";
export type { MutationHook } from "./hooks/mutation-hook.ts";
export type { QueryHook } from "./hooks/query-hook.ts";
export type { SuspenseInfiniteQueryHook } from "./hooks/suspense-infinite-query-hook.ts";
export type { SuspenseQueryHook } from "./hooks/suspense-query-hook.ts";
export { IamProvider, useIamClient, type IamProviderProps, type WatchedLimiter } from "./iam-provider.tsx";
export { useRateLimit } from "./use-rate-limit.ts";
