import { isRead } from "../model/conventions.ts";
import { hookName, infiniteHookName, suspenseHookName, suspenseInfiniteHookName } from "../model/generated-names.ts";
import type { Operation } from "../model/model.ts";
import { describedComment } from "./comments.ts";
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

${operations.map((operation) => (isRead(operation) ? query(operation) : mutation(operation))).join("\n")}`,
};

function query(operation: Operation): string {
  const { id, page } = operation;
  return `
${describedComment(operation, `A query hook for {@link ${id}}.`)}export const ${hookName(operation)}: QueryHook<"${id}"> = /* @__PURE__ */ queryHook(${id});

${describedComment(operation, `A suspending query hook for {@link ${id}}.`)}export const ${suspenseHookName(operation)}: SuspenseQueryHook<"${id}"> = /* @__PURE__ */ suspenseQueryHook(${id});
${page ? infiniteQuery(operation) : ""}`;
}

function infiniteQuery(operation: Operation): string {
  const { id } = operation;
  return `
${describedComment(operation, `A query hook for the pages of {@link ${id}}.`)}export const ${infiniteHookName(operation)}: InfiniteQueryHook<"${id}"> = /* @__PURE__ */ infiniteQueryHook(${id});

${describedComment(operation, `A suspending query hook for the pages of {@link ${id}}.`)}export const ${suspenseInfiniteHookName(operation)}: SuspenseInfiniteQueryHook<"${id}"> = /* @__PURE__ */ suspenseInfiniteQueryHook(${id});
`;
}

function mutation(operation: Operation): string {
  const { id } = operation;
  return `
${describedComment(operation, `A mutation hook for {@link ${id}}.`)}export const ${hookName(operation)}: MutationHook<"${id}"> = /* @__PURE__ */ mutationHook(${id});
`;
}
