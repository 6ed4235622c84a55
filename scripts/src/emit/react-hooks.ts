import { isRead } from "../model/conventions.ts";
import { hookName, infiniteHookName, suspenseHookName, suspenseInfiniteHookName } from "../model/generated-names.ts";
import type { Operation } from "../model/model.ts";
import { derivedComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** React hooks for each operation. */
export const reactHooks: Emitter = {
  path: "packages/react/src/generated/hooks.ts",
  emit: ({ operations }) => `
import { ${operations.map(({ id }) => id).join(", ")} } from "@segment-iam/client";

import { infiniteQueryHook, type InfiniteQueryHook } from "../hooks/infinite-query-hook.ts";
import { mutationHook, type MutationHook } from "../hooks/mutation-hook.ts";
import { queryHook, type QueryHook } from "../hooks/query-hook.ts";
import { suspenseInfiniteQueryHook, type SuspenseInfiniteQueryHook } from "../hooks/suspense-infinite-query-hook.ts";
import { suspenseQueryHook, type SuspenseQueryHook } from "../hooks/suspense-query-hook.ts";

${operations.map((operation) => (isRead(operation) ? query(operation) : mutation(operation))).join("\n")}`,
};

function query(operation: Operation): string {
  const { id, page } = operation;
  return `
${derivedComment(operation, `Query hook for {@link ${id}}.`)}export const ${hookName(operation)}: QueryHook<"${id}"> = /* @__PURE__ */ queryHook(${id});

${derivedComment(operation, `Suspense query hook for {@link ${id}}.`)}export const ${suspenseHookName(operation)}: SuspenseQueryHook<"${id}"> = /* @__PURE__ */ suspenseQueryHook(${id});
${page ? infiniteQuery(operation) : ""}`;
}

function infiniteQuery(operation: Operation): string {
  const { id } = operation;
  return `
${derivedComment(operation, `Infinite query hook for {@link ${id}}.`)}export const ${infiniteHookName(operation)}: InfiniteQueryHook<"${id}"> = /* @__PURE__ */ infiniteQueryHook(${id});

${derivedComment(operation, `Suspense infinite query hook for {@link ${id}}.`)}export const ${suspenseInfiniteHookName(operation)}: SuspenseInfiniteQueryHook<"${id}"> = /* @__PURE__ */ suspenseInfiniteQueryHook(${id});
`;
}

function mutation(operation: Operation): string {
  const { id } = operation;
  return `
${derivedComment(operation, `Mutation hook for {@link ${id}}.`)}export const ${hookName(operation)}: MutationHook<"${id}"> = /* @__PURE__ */ mutationHook(${id});
`;
}
