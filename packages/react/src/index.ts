"use client";

export type { BulkState } from "./bulk/bulk-store.ts";
export { useBulk, type BulkActions, type UseBulkOptions, type UseBulkResult } from "./bulk/use-bulk.ts";
export * from "./generated/hooks.ts";
export type {
  InfiniteQueryHook,
  MutationHook,
  QueryHook,
  SuspenseInfiniteQueryHook,
  SuspenseQueryHook,
} from "./hooks/operation-hooks.ts";
export { IamProvider, useIamClient, type IamProviderProps, type ObservableRateLimiter } from "./iam-provider.tsx";
export { useRateLimit } from "./use-rate-limit.ts";
