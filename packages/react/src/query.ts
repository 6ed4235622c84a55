export * from "./generated/query.ts";
export type {
  InvalidateFunction,
  PrefetchFunction,
  PrefetchInfiniteFunction,
  SetDataFunction,
  SetInfiniteDataFunction,
} from "./query/cache-functions-of.ts";
export type {
  DefinedInfiniteOptions,
  DefinedInfiniteOverrides,
  IamInfiniteOptions,
  InfiniteOptionsBuilder,
  InfiniteOverrides,
  SkippableInfiniteOptions,
} from "./query/infinite-options-of.ts";
export {
  iamKey,
  type ClientOrScope,
  type IamKeyPrefix,
  type IamQueryKey,
  type InfiniteQueryKeyBuilder,
  type KeyPrefixBuilder,
  type QueryKeyBuilder,
} from "./key-of.ts";
export type {
  CallbackFreeOverrides,
  IamMutationOptions,
  MutationOptionsBuilder,
  MutationOptionsWithCallbacks,
  MutationOverrides,
  OperationMutationOverrides,
} from "./query/mutation-options-of.ts";
export type { OptimisticUpdate } from "./optimistic/types.ts";
export { queriesToInvalidate, type Invalidate } from "./invalidation/queries-to-invalidate.ts";
export { updateCacheAfterBulk, type InvalidateAfterBulk } from "./invalidation/update-cache-after-bulk.ts";
export type {
  DefinedInitialData,
  DefinedQueryOptions,
  DefinedQueryOverrides,
  IamQueryOptions,
  QueryOptionsBuilder,
  QueryOverrides,
  SkippableQueryOptions,
} from "./query/query-options-of.ts";
export type {
  Cursor,
  HookCallOptions,
  IamInfiniteData,
  InfiniteItemsData,
  InputAndOptions,
  InputOrSkipToken,
  OptionalInput,
  VariablesOf,
} from "./types.ts";
export { retryTemporaryFailures } from "./query/with-retry-defaults.ts";
