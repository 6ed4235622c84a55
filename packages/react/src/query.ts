export * from "./generated/query.ts";
export type {
  IamInfiniteOptions,
  InfiniteOptionsBuilder,
  InfiniteOverrides,
  SkippableInfiniteOptions,
} from "./query/infinite-options-of.ts";
export { iamKey, type KeyBuilder, type QueryKind, type Workspace } from "./query/key-of.ts";
export type { IamMutationOptions, MutationOptionsBuilder, MutationOverrides } from "./query/mutation-options-of.ts";
export { queriesToInvalidate as staleQueries, type Invalidate } from "./query/queries-to-invalidate.ts";
export type {
  IamQueryOptions,
  QueryOptionsBuilder,
  QueryOverrides,
  SkippableQueryOptions,
} from "./query/query-options-of.ts";
export type { Cursor, InputThen, ItemPages, Pages, VariablesOf } from "./query/types.ts";
