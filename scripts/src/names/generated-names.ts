import { isRead } from "../model/conventions.ts";
import type { Operation } from "../model/model.ts";

/** The names of an operation's generated exports. */
export const inputName = ({ typeName }: OperationNames): string => `${typeName}Input`;
export const dataName = ({ typeName }: OperationNames): string => `${typeName}Data`;

/** The name of a schema's request type, if it differs from the response type. */
export const writableNameOf = (typeName: string): string => `${typeName}Writable`;

export const keyName = ({ id }: OperationNames): string => `${id}Key`;
export const queryKeyName = ({ id }: OperationNames): string => `${id}QueryKey`;
export const infiniteQueryKeyName = ({ id }: OperationNames): string => `${id}InfiniteQueryKey`;
export const optionsName = ({ id }: OperationNames): string => `${id}Options`;
export const infiniteOptionsName = ({ id }: OperationNames): string => `${id}InfiniteOptions`;
export const mutationOptionsName = ({ id }: OperationNames): string => `${id}MutationOptions`;

export const invalidateName = ({ typeName }: OperationNames): string => `invalidate${typeName}`;
export const prefetchName = ({ typeName }: OperationNames): string => `prefetch${typeName}`;
export const prefetchInfiniteName = ({ typeName }: OperationNames): string => `prefetch${typeName}Infinite`;
export const setDataName = ({ typeName }: OperationNames): string => `set${typeName}Data`;
export const setInfiniteDataName = ({ typeName }: OperationNames): string => `set${typeName}InfiniteData`;

export const hookName = ({ typeName }: OperationNames): string => `use${typeName}`;
export const infiniteHookName = ({ typeName }: OperationNames): string => `use${typeName}Infinite`;
export const suspenseHookName = ({ typeName }: OperationNames): string => `use${typeName}Suspense`;
export const suspenseInfiniteHookName = ({ typeName }: OperationNames): string => `use${typeName}SuspenseInfinite`;

/** The properties of an operation that determine the names of its exports. */
export type OperationNames = Pick<Operation, "id" | "typeName" | "method">;

/** Returns the names of the types generated for an operation. */
export function typeNamesOf(operation: OperationNames): string[] {
  return [inputName(operation), dataName(operation)];
}

type ConstantNames = OperationNames & { paging: unknown };

/** Returns the names of an operation's hooks. */
export function hookNamesOf(operation: ConstantNames): string[] {
  if (!isRead(operation)) return [hookName(operation)];
  const queries = [hookName, suspenseHookName];
  const paged = operation.paging ? [infiniteHookName, suspenseInfiniteHookName] : [];
  return [...queries, ...paged].map((nameOf) => nameOf(operation));
}

/** Returns the names of an operation's keys, options and cache functions. */
export function queryNamesOf(operation: ConstantNames): string[] {
  if (!isRead(operation)) return [mutationOptionsName(operation)];
  const queries = [keyName, invalidateName, queryKeyName, optionsName, prefetchName, setDataName];
  const infinite = [infiniteQueryKeyName, infiniteOptionsName, prefetchInfiniteName, setInfiniteDataName];
  return [...queries, ...(operation.paging ? infinite : [])].map((nameOf) => nameOf(operation));
}

/** Returns the names of the constants generated for an operation, in all files. */
export function valueNamesOf(operation: ConstantNames): string[] {
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
  ...(
    "components operations paths " +
    "OperationTypes OperationId PagedOperationId BulkOperationId QueryOperationId MutationOperationId " +
    "operation Operation " +
    "keyOf KeyPrefixBuilder queryKeyOf QueryKeyBuilder infiniteQueryKeyOf InfiniteQueryKeyBuilder " +
    "invalidateOf InvalidateFunction prefetchOf PrefetchFunction prefetchInfiniteOf PrefetchInfiniteFunction " +
    "setDataOf SetDataFunction setInfiniteDataOf SetInfiniteDataFunction " +
    "queryOptionsOf QueryOptionsBuilder " +
    "infiniteOptionsOf InfiniteOptionsBuilder mutationOptionsOf MutationOptionsBuilder " +
    "queryHook QueryHook infiniteQueryHook InfiniteQueryHook mutationHook MutationHook " +
    "suspenseQueryHook SuspenseQueryHook suspenseInfiniteQueryHook SuspenseInfiniteQueryHook"
  ).split(" "),
];
