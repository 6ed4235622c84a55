import { isRead } from "../model/conventions.ts";
import { infiniteOptionsName, keyName, mutationOptionsName, optionsName } from "../model/generated-names.ts";
import type { Operation } from "../model/model.ts";
import { derivedComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** Keys and options for TanStack Query, without React. */
export const reactQuery: Emitter = {
  path: "packages/react/src/generated/query.ts",
  emit: ({ operations }) => `
import { ${operations.map(({ id }) => id).join(", ")} } from "@segment-iam/client";

import { infiniteOptionsOf, type InfiniteOptionsBuilder } from "../query/infinite-options-of.ts";
import { keyOf, type KeyBuilder } from "../query/key-of.ts";
import { mutationOptionsOf, type MutationOptionsBuilder } from "../query/mutation-options-of.ts";
import { queryOptionsOf, type QueryOptionsBuilder } from "../query/query-options-of.ts";

${operations.map((operation) => (isRead(operation) ? query(operation) : mutation(operation))).join("\n")}`,
};

function query(operation: Operation): string {
  const { id, page } = operation;
  return `
${derivedComment(operation, `Query key of {@link ${id}}.`)}export const ${keyName(operation)}: KeyBuilder<"${id}"> = /* @__PURE__ */ keyOf(${id});

${derivedComment(operation, `Query options for {@link ${id}}.`)}export const ${optionsName(operation)}: QueryOptionsBuilder<"${id}"> = /* @__PURE__ */ queryOptionsOf(${id});
${page ? infiniteQuery(operation) : ""}`;
}

function infiniteQuery(operation: Operation): string {
  const { id } = operation;
  return `
${derivedComment(operation, `Infinite query options for {@link ${id}}.`)}export const ${infiniteOptionsName(operation)}: InfiniteOptionsBuilder<"${id}"> = /* @__PURE__ */ infiniteOptionsOf(${id});
`;
}

function mutation(operation: Operation): string {
  const { id } = operation;
  return `
${derivedComment(operation, `Mutation options for {@link ${id}}.`)}export const ${mutationOptionsName(operation)}: MutationOptionsBuilder<"${id}"> = /* @__PURE__ */ mutationOptionsOf(${id});
`;
}
