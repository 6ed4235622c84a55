import { isRead } from "../model/conventions.ts";
import {
  hookName,
  infiniteHookName,
  infiniteOptionsName,
  keyName,
  mutationOptionsName,
  optionsName,
  suspenseHookName,
  suspenseInfiniteHookName,
} from "../model/generated-names.ts";
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

/** Emits the TanStack Query keys and options of each operation, without React. */
export const reactQuery: Emitter = {
  path: "packages/react/src/generated/query.ts",
  emit: ({ operations }) => `
import { ${operations.map(({ id }) => id).join(", ")} } from "@segment-iam/client";

import { infiniteOptionsOf, type InfiniteOptionsBuilder } from "../query/infinite-options-of.ts";
import { keyOf, type KeyBuilder } from "../query/key-of.ts";
import { mutationOptionsOf, type MutationOptionsBuilder } from "../query/mutation-options-of.ts";
import { queryOptionsOf, type QueryOptionsBuilder } from "../query/query-options-of.ts";

${operations.flatMap(optionsOf).join("\n")}`,
};

function hooksOf(operation: Operation): string[] {
  if (!isRead(operation)) {
    return [derivedExport(operation, "Mutation hook", hookName(operation), "MutationHook", "mutationHook")];
  }
  const queries = [
    derivedExport(operation, "Query hook", hookName(operation), "QueryHook", "queryHook"),
    derivedExport(
      operation,
      "Suspense query hook",
      suspenseHookName(operation),
      "SuspenseQueryHook",
      "suspenseQueryHook",
    ),
  ];
  if (!operation.paging) return queries;
  return [
    ...queries,
    derivedExport(
      operation,
      "Infinite query hook",
      infiniteHookName(operation),
      "InfiniteQueryHook",
      "infiniteQueryHook",
    ),
    derivedExport(
      operation,
      "Suspense infinite query hook",
      suspenseInfiniteHookName(operation),
      "SuspenseInfiniteQueryHook",
      "suspenseInfiniteQueryHook",
    ),
  ];
}

function optionsOf(operation: Operation): string[] {
  if (!isRead(operation)) {
    const name = mutationOptionsName(operation);
    return [derivedExport(operation, "Mutation options", name, "MutationOptionsBuilder", "mutationOptionsOf")];
  }
  const queries = [
    derivedExport(operation, "Query key", keyName(operation), "KeyBuilder", "keyOf"),
    derivedExport(operation, "Query options", optionsName(operation), "QueryOptionsBuilder", "queryOptionsOf"),
  ];
  if (!operation.paging) return queries;
  const name = infiniteOptionsName(operation);
  return [
    ...queries,
    derivedExport(operation, "Infinite query options", name, "InfiniteOptionsBuilder", "infiniteOptionsOf"),
  ];
}

/** Writes an export derived from an operation. */
function derivedExport(operation: Operation, kind: string, name: string, type: string, builder: string): string {
  const { id } = operation;
  const doc = derivedComment(operation, `${kind} for {@link ${id}}.`);
  return `${doc}export const ${name}: ${type}<"${id}"> = /* @__PURE__ */ ${builder}(${id});\n`;
}
