import { isRead } from "../model/conventions.ts";
import {
  hookName,
  infiniteHookName,
  infiniteOptionsName,
  infiniteQueryKeyName,
  invalidateName,
  keyName,
  mutationOptionsName,
  optionsName,
  prefetchInfiniteName,
  prefetchName,
  queryKeyName,
  setDataName,
  setInfiniteDataName,
  suspenseHookName,
  suspenseInfiniteHookName,
} from "../names/generated-names.ts";
import type { Operation } from "../model/model.ts";
import { derivedComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** Emits the React hooks of each operation. */
export const reactHooks: Emitter = {
  path: "packages/react/src/generated/hooks.ts",
  emit: ({ operations }) => `
import { ${operations.map(({ id }) => id).join(", ")} } from "@segment-iam/client";

import {
  infiniteQueryHook, mutationHook, queryHook, suspenseInfiniteQueryHook, suspenseQueryHook,
  type InfiniteQueryHook, type MutationHook, type QueryHook, type SuspenseInfiniteQueryHook, type SuspenseQueryHook,
} from "../hooks/operation-hooks.ts";

${operations.flatMap(hooksOf).join("\n")}`,
};

/** Emits the TanStack Query keys, options and cache functions of each operation, without React. */
export const reactQuery: Emitter = {
  path: "packages/react/src/generated/query.ts",
  emit: ({ operations }) => `
import { ${operations.map(({ id }) => id).join(", ")} } from "@segment-iam/client";

import {
  invalidateOf, prefetchInfiniteOf, prefetchOf, setDataOf, setInfiniteDataOf,
  type InvalidateFunction, type PrefetchFunction, type PrefetchInfiniteFunction, type SetDataFunction, type SetInfiniteDataFunction,
} from "../query/cache-functions-of.ts";
import { infiniteOptionsOf, type InfiniteOptionsBuilder } from "../query/infinite-options-of.ts";
import {
  infiniteQueryKeyOf, keyOf, queryKeyOf,
  type InfiniteQueryKeyBuilder, type KeyPrefixBuilder, type QueryKeyBuilder,
} from "../key-of.ts";
import { mutationOptionsOf, type MutationOptionsBuilder } from "../query/mutation-options-of.ts";
import { queryOptionsOf, type QueryOptionsBuilder } from "../query/query-options-of.ts";

${operations.flatMap(optionsOf).join("\n")}`,
};

function hooksOf(operation: Operation): string[] {
  const emit = exporterOf(operation);
  if (!isRead(operation)) return [emit("Mutation hook", hookName, "MutationHook", "mutationHook")];
  const queries = [
    emit("Query hook", hookName, "QueryHook", "queryHook"),
    emit("Suspense query hook", suspenseHookName, "SuspenseQueryHook", "suspenseQueryHook"),
  ];
  if (!operation.paging) return queries;
  return [
    ...queries,
    emit("Infinite query hook", infiniteHookName, "InfiniteQueryHook", "infiniteQueryHook"),
    emit(
      "Suspense infinite query hook",
      suspenseInfiniteHookName,
      "SuspenseInfiniteQueryHook",
      "suspenseInfiniteQueryHook",
    ),
  ];
}

function optionsOf(operation: Operation): string[] {
  const emit = exporterOf(operation);
  if (!isRead(operation)) {
    return [emit("Mutation options", mutationOptionsName, "MutationOptionsBuilder", "mutationOptionsOf")];
  }
  const queries = [
    emit("Key prefix", keyName, "KeyPrefixBuilder", "keyOf"),
    emit("Invalidation", invalidateName, "InvalidateFunction", "invalidateOf"),
    emit("Query options", optionsName, "QueryOptionsBuilder", "queryOptionsOf"),
    emit("Query key", queryKeyName, "QueryKeyBuilder", "queryKeyOf"),
    emit("Prefetching", prefetchName, "PrefetchFunction", "prefetchOf"),
    emit("Cache update", setDataName, "SetDataFunction", "setDataOf"),
  ];
  if (!operation.paging) return queries;
  return [
    ...queries,
    emit("Infinite query options", infiniteOptionsName, "InfiniteOptionsBuilder", "infiniteOptionsOf"),
    emit("Infinite query key", infiniteQueryKeyName, "InfiniteQueryKeyBuilder", "infiniteQueryKeyOf"),
    emit("Prefetching of pages", prefetchInfiniteName, "PrefetchInfiniteFunction", "prefetchInfiniteOf"),
    emit("Cache update of pages", setInfiniteDataName, "SetInfiniteDataFunction", "setInfiniteDataOf"),
  ];
}

/** Returns a function that writes an export derived from an operation. */
function exporterOf(operation: Operation) {
  return (kind: string, nameOf: (operation: Operation) => string, type: string, factory: string): string => {
    const doc = derivedComment(operation, `${kind} for {@link ${operation.id}}.`);
    return `${doc}export const ${nameOf(operation)}: ${type}<"${operation.id}"> = /* @__PURE__ */ ${factory}(${operation.id});\n`;
  };
}
