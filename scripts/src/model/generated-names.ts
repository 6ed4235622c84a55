import { isRead } from "./conventions.ts";
import type { Operation } from "./model.ts";

/** What the generated exports of an operation are called. The emitters and the search for collisions both ask here. */
export const inputName = ({ typeName }: Operation): string => `${typeName}Input`;
export const dataName = ({ typeName }: Operation): string => `${typeName}Data`;

/** The type of a schema in requests, where it differs from the one in responses. */
export const writableNameOf = (typeName: string): string => `${typeName}Writable`;

export const keyName = ({ id }: Operation): string => `${id}Key`;
export const optionsName = ({ id }: Operation): string => `${id}Options`;
export const infiniteOptionsName = ({ id }: Operation): string => `${id}InfiniteOptions`;
export const mutationOptionsName = ({ id }: Operation): string => `${id}MutationOptions`;

export const hookName = ({ typeName }: Operation): string => `use${typeName}`;
export const infiniteHookName = ({ typeName }: Operation): string => `use${typeName}Infinite`;
export const suspenseHookName = ({ typeName }: Operation): string => `use${typeName}Suspense`;
export const suspenseInfiniteHookName = ({ typeName }: Operation): string => `use${typeName}SuspenseInfinite`;

/** The types that are generated for an operation. */
export function typeNamesOf(operation: Operation): string[] {
  return [inputName(operation), dataName(operation)];
}

/** The constants that are generated for an operation, in all files. */
export function valueNamesOf(operation: Operation): string[] {
  const own = [operation.id, hookName(operation)];
  if (!isRead(operation)) return [...own, mutationOptionsName(operation)];
  const query = [...own, keyName(operation), optionsName(operation), suspenseHookName(operation)];
  if (!operation.page) return query;
  return [...query, infiniteOptionsName(operation), infiniteHookName(operation), suspenseInfiniteHookName(operation)];
}

/** Names that the generated type files have for themselves. */
export const TYPE_NAMES: readonly string[] = (
  "components operations paths " +
  "OperationTypes OperationId PagedOperationId BulkOperationId QueryOperationId MutationOperationId"
).split(" ");

/** Names that the file of schemas imports where some differ between requests and responses. */
export const READ_WRITE_NAMES: readonly string[] = ["Readable", "Writable"];

/** Names that the generated files with code import. */
export const IMPORTED_NAMES: readonly string[] = (
  "operation Operation " +
  "keyOf KeyBuilder queryOptionsOf QueryOptionsBuilder " +
  "infiniteOptionsOf InfiniteOptionsBuilder mutationOptionsOf MutationOptionsBuilder " +
  "queryHook QueryHook infiniteQueryHook InfiniteQueryHook mutationHook MutationHook " +
  "suspenseQueryHook SuspenseQueryHook suspenseInfiniteQueryHook SuspenseInfiniteQueryHook"
).split(" ");
