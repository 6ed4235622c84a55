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

/** React hooks for each operation. */
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

/** Keys and options for TanStack Query, without React. */
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
    return [derived(operation, "Mutation hook", hookName(operation), "MutationHook", "mutationHook")];
  }
  const ofOne = [
    derived(operation, "Query hook", hookName(operation), "QueryHook", "queryHook"),
    derived(operation, "Suspense query hook", suspenseHookName(operation), "SuspenseQueryHook", "suspenseQueryHook"),
  ];
  if (!operation.page) return ofOne;
  return [
    ...ofOne,
    derived(operation, "Infinite query hook", infiniteHookName(operation), "InfiniteQueryHook", "infiniteQueryHook"),
    derived(
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
    return [derived(operation, "Mutation options", name, "MutationOptionsBuilder", "mutationOptionsOf")];
  }
  const ofOne = [
    derived(operation, "Query key", keyName(operation), "KeyBuilder", "keyOf"),
    derived(operation, "Query options", optionsName(operation), "QueryOptionsBuilder", "queryOptionsOf"),
  ];
  if (!operation.page) return ofOne;
  const name = infiniteOptionsName(operation);
  return [...ofOne, derived(operation, "Infinite query options", name, "InfiniteOptionsBuilder", "infiniteOptionsOf")];
}

/** Writes an export that is made from an operation. */
function derived(operation: Operation, what: string, name: string, type: string, make: string): string {
  const { id } = operation;
  const doc = derivedComment(operation, `${what} for {@link ${id}}.`);
  return `${doc}export const ${name}: ${type}<"${id}"> = /* @__PURE__ */ ${make}(${id});\n`;
}
