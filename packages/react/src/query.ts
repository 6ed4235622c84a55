export * from "./generated/query.ts";
export { iamKey, type Workspace } from "./query/iam-key.ts";
export type {
  IamInfiniteOptions,
  InfiniteOptionsBuilder,
  InfiniteOverrides,
  SkippableInfiniteOptions,
} from "./query/infinite-options-of.ts";
export type { InputThen } from "./query/input-then.ts";
export type { KeyBuilder, QueryKind } from "./query/key-of.ts";
export type {
  IamMutationOptions,
  Invalidate,
  MutationOptionsBuilder,
  MutationOverrides,
} from "./query/mutation-options-of.ts";
export type { Cursor, ItemPages, Pages } from "./query/pages.ts";
export type {
  IamQueryOptions,
  QueryOptionsBuilder,
  QueryOverrides,
  SkippableQueryOptions,
} from "./query/query-options-of.ts";
export { staleQueries } from "./query/queries-to-invalidate.ts";
export type { VariablesOf } from "./query/variables-of.ts";
