"use client";

export * from "./generated/hooks.ts";
export type { InfiniteQueryHook } from "./hooks/infinite-query-hook.ts";
export type { MutationHook } from "./hooks/mutation-hook.ts";
export type { QueryHook } from "./hooks/query-hook.ts";
export type { SuspenseInfiniteQueryHook } from "./hooks/suspense-infinite-query-hook.ts";
export type { SuspenseQueryHook } from "./hooks/suspense-query-hook.ts";
export { IamProvider, type IamProviderProps } from "./iam-provider.tsx";
export { useIamClient } from "./use-iam-client.ts";
