import { isRead } from "../model/conventions.ts";
import type { Operation } from "../model/model.ts";

/** The names of an operation's generated types. */
export const inputName = ({ typeName }: OperationNames): string => `${typeName}Input`;
export const dataName = ({ typeName }: OperationNames): string => `${typeName}Data`;

/** The name of a schema's request type, if it differs from the response type. */
export const writableNameOf = (typeName: string): string => `${typeName}Writable`;

/** An export of the package react: its name, its kind for the doc comment, its type, the function that creates it, and the file of both. */
type ExportRow = readonly [name: string, kind: string, type: string, factory: string, file: string];

/** The exports of the package react for each operation. In their names, `{id}` is the name of the operation, `{Id}` the capitalized name. */
export interface ExportTable {
  reads: readonly ExportRow[];
  /** Further exports of paged reads. */
  paged: readonly ExportRow[];
  writes: readonly ExportRow[];
}

/** The hooks. */
export const HOOKS: ExportTable = {
  reads: [
    ["use{Id}", "Query hook", "QueryHook", "queryHook", "hooks/operation-hooks"],
    ["use{Id}Suspense", "Suspense query hook", "SuspenseQueryHook", "suspenseQueryHook", "hooks/operation-hooks"],
  ],
  paged: [
    ["use{Id}Infinite", "Infinite query hook", "InfiniteQueryHook", "infiniteQueryHook", "hooks/operation-hooks"],
    [
      "use{Id}SuspenseInfinite",
      "Suspense infinite query hook",
      "SuspenseInfiniteQueryHook",
      "suspenseInfiniteQueryHook",
      "hooks/operation-hooks",
    ],
  ],
  writes: [["use{Id}", "Mutation hook", "MutationHook", "mutationHook", "hooks/operation-hooks"]],
};

/** The keys, options and cache functions for TanStack Query. */
export const QUERY_FUNCTIONS: ExportTable = {
  reads: [
    ["{id}Key", "Key prefix", "KeyPrefixBuilder", "keyOf", "key-of"],
    ["invalidate{Id}", "Invalidation", "InvalidateFunction", "invalidateOf", "query/cache-functions-of"],
    ["{id}Options", "Query options", "QueryOptionsBuilder", "queryOptionsOf", "query/query-options-of"],
    ["{id}QueryKey", "Query key", "QueryKeyBuilder", "queryKeyOf", "key-of"],
    ["prefetch{Id}", "Prefetching", "PrefetchFunction", "prefetchOf", "query/cache-functions-of"],
    ["set{Id}Data", "Cache update", "SetDataFunction", "setDataOf", "query/cache-functions-of"],
  ],
  paged: [
    [
      "{id}InfiniteOptions",
      "Infinite query options",
      "InfiniteOptionsBuilder",
      "infiniteOptionsOf",
      "query/infinite-options-of",
    ],
    ["{id}InfiniteQueryKey", "Infinite query key", "InfiniteQueryKeyBuilder", "infiniteQueryKeyOf", "key-of"],
    [
      "prefetch{Id}Infinite",
      "Prefetching of pages",
      "PrefetchInfiniteFunction",
      "prefetchInfiniteOf",
      "query/cache-functions-of",
    ],
    [
      "set{Id}InfiniteData",
      "Cache update of pages",
      "SetInfiniteDataFunction",
      "setInfiniteDataOf",
      "query/cache-functions-of",
    ],
  ],
  writes: [
    [
      "{id}MutationOptions",
      "Mutation options",
      "MutationOptionsBuilder",
      "mutationOptionsOf",
      "query/mutation-options-of",
    ],
  ],
};

/** Returns all rows of a table. */
export function rowsOf({ reads, paged, writes }: ExportTable): ExportRow[] {
  return [...reads, ...paged, ...writes];
}

/** The properties of an operation that determine the names of its exports. */
export type OperationNames = Pick<Operation, "id" | "typeName" | "method">;

type ExportingOperation = OperationNames & { paging: unknown };

/** Returns the rows of a table for an operation, with the names of its exports. */
export function exportsOf({ reads, paged, writes }: ExportTable, operation: ExportingOperation): ExportRow[] {
  const { id, typeName, paging } = operation;
  const rows = isRead(operation) ? [...reads, ...(paging ? paged : [])] : writes;
  const nameOf = (pattern: string) => pattern.replace(/\{id\}/i, (part) => (part === "{id}" ? id : typeName));
  return rows.map(([pattern, kind, type, factory, file]) => [nameOf(pattern), kind, type, factory, file]);
}

/** Returns the names of the types generated for an operation. */
export function typeNamesOf(operation: OperationNames): string[] {
  return [inputName(operation), dataName(operation)];
}

/** Returns the names of an operation's hooks. */
export function hookNamesOf(operation: ExportingOperation): string[] {
  return exportsOf(HOOKS, operation).map(([name]) => name);
}

/** Returns the names of an operation's keys, options and cache functions. */
export function queryNamesOf(operation: ExportingOperation): string[] {
  return exportsOf(QUERY_FUNCTIONS, operation).map(([name]) => name);
}

/** Returns the names of the constants generated for an operation, in all files. */
export function valueNamesOf(operation: ExportingOperation): string[] {
  return [operation.id, ...hookNamesOf(operation), ...queryNamesOf(operation)];
}

/**
 * Returns all names that an operation reserves.
 *
 * Includes the names of a paged read for every read, so that names do not change if a read becomes paged.
 */
export function operationNames(operation: OperationNames): string[] {
  return [...valueNamesOf({ ...operation, paging: true }), ...typeNamesOf(operation)];
}

/** Returns the names of the types generated for a schema. */
export function schemaNames(typeName: string, hasWritableType: boolean): string[] {
  return hasWritableType ? [typeName, writableNameOf(typeName)] : [typeName];
}

/** Names imported by the generated type files if a schema differs between requests and responses. */
export const READ_WRITE_NAMES: readonly string[] = ["Readable", "Writable"];

/** The client's functions that encode a request, by the file that exports them. */
export const ENCODERS: Record<string, readonly string[]> = {
  "encode-body": ["multipartBody", "urlencodedBody", "rawBody"],
  "styled-query": ["styledQuery"],
};

/** Names that generated files declare or import, except those derived from operations and schemas. */
export const GENERATED_NAMES: readonly string[] = [
  ...READ_WRITE_NAMES,
  ...Object.values(ENCODERS).flat(),
  ...[HOOKS, QUERY_FUNCTIONS].flatMap(rowsOf).flatMap(([, , type, factory]) => [type, factory]),
  ..."components operations paths OperationTypes OperationId PagedOperationId".split(" "),
  ..."BulkOperationId QueryOperationId MutationOperationId operation Operation".split(" "),
];
