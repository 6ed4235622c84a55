import type { Operation } from "../model/model.ts";
import { exportsOf, HOOKS, QUERY_FUNCTIONS, rowsOf, type ExportTable } from "../names/generated-names.ts";
import { derivedComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** Emits the React hooks of each operation. */
export const reactHooks: Emitter = {
  path: "packages/react/src/generated/hooks.ts",
  emit: ({ operations }) => exportsCode(operations, HOOKS),
};

/** Emits the TanStack Query keys, options and cache functions of each operation, without React. */
export const reactQuery: Emitter = {
  path: "packages/react/src/generated/query.ts",
  emit: ({ operations }) => exportsCode(operations, QUERY_FUNCTIONS),
};

/** Writes the exports in a table for each operation. */
function exportsCode(operations: readonly Operation[], table: ExportTable): string {
  const code = operations.flatMap((operation) => {
    const { id } = operation;
    return exportsOf(table, operation).map(([name, kind, type, factory]) => {
      const doc = derivedComment(operation, `${kind} for {@link ${id}}.`);
      return `${doc}export const ${name}: ${type}<"${id}"> = /* @__PURE__ */ ${factory}(${id});\n`;
    });
  });
  return `
import { ${operations.map(({ id }) => id).join(", ")} } from "@segment-iam/client";

${importsOf(table)}

${code.join("\n")}`;
}

/** Writes the imports of the functions and types in a table, sorted by file and name. */
function importsOf(table: ExportTable): string {
  const files = Map.groupBy(rowsOf(table), ([, , , , file]) => file);
  const imports = Array.from(files, ([file, rows]) => {
    const factories = rows.map(([, , , factory]) => factory).toSorted();
    const types = rows.map(([, , type]) => `type ${type}`).toSorted();
    return { file, code: `import { ${[...factories, ...types].join(", ")} } from "../${file}.ts";` };
  });
  return imports
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ code }) => code)
    .join("\n");
}
