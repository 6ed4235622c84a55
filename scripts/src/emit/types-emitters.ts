import { isRead } from "../model/conventions.ts";
import { dataName, inputName, READ_WRITE_NAMES } from "../model/generated-names.ts";
import type { Input, Model, Operation, Schema } from "../model/model.ts";
import { nothing } from "../model/success.ts";
import { comment } from "../text/comment.ts";
import { literal, propertyKey, quote } from "../text/literal.ts";
import { proseComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** The input and the data of each operation, and a map from operation ids to both. */
export const typesOperations: Emitter = {
  path: "packages/types/src/generated/operations.ts",
  emit: (model) => `
${operationImports(model)}

${model.operations.map((operation) => inputType(operation) + dataType(operation)).join("")}
/** The types of each operation: what it takes and returns, an item of its pages, an item of the list it works on. */
export interface OperationTypes {
${model.operations.map(operationTypes).join("\n")}
}

/** The id of any operation. */
export type OperationId = keyof OperationTypes;

/** The id of an operation that returns its items in pages. */
export type PagedOperationId = ${ids(model, ({ page }) => page !== undefined)};

/** The id of an operation whose one required input is a list, which bulk work can split. */
export type BulkOperationId = ${ids(model, ({ list }) => list !== undefined)};

/** The id of an operation that only reads. */
export type QueryOperationId = ${ids(model, isRead)};

/** The id of an operation that may change something. */
export type MutationOperationId = ${ids(model, (operation) => !isRead(operation))};
`,
};

/** A type for each named schema. */
export const typesSchemas: Emitter = {
  path: "packages/types/src/generated/schemas.ts",
  emit: ({ schemas }) => `
import type { ${schemaImports(schemas).join(", ")} } from "./openapi.ts";

${schemas.map(schemaType).join("\n")}`,
};

/** All generated types in one place. */
export const typesIndex: Emitter = {
  path: "packages/types/src/generated/index.ts",
  emit: () => `
export type { components, operations, paths } from "./openapi.ts";
export type * from "./operations.ts";
export type * from "./schemas.ts";
`,
};

function operationImports({ operations }: Model): string {
  const types = operations.flatMap(({ inputs, success }) => [...inputs.map(({ type }) => type), success.data?.type]);
  const code = types.map((type) => type?.replace(/"(?:[^"\\]|\\.)*"/g, "")).join("\n");
  const names = ["operations", ...READ_WRITE_NAMES].filter((name) => new RegExp(`(?<![\\w.$])${name}[[<]`).test(code));
  const lookUp = names.length > 0 ? `import type { ${names.join(", ")} } from "./openapi.ts";\n` : "";
  return `${lookUp}import type * as S from "./schemas.ts";`;
}

function inputType(operation: Operation): string {
  const doc = comment([`What \`${operation.id}\` takes.`]);
  if (operation.inputs.length === 0) return `${doc}export type ${inputName(operation)} = Record<string, never>;\n\n`;
  return `${doc}export interface ${inputName(operation)} {\n${operation.inputs.map(inputMember).join("")}}\n\n`;
}

function inputMember({ name, doc, required, type, schema }: Input): string {
  const byDefault = typeof schema === "object" ? schema.default : undefined;
  const tags = byDefault === undefined ? {} : { default: `\`${literal(byDefault)}\`` };
  return `${proseComment(doc, tags)}${propertyKey(name)}${required ? `: ${type}` : `?: ${type} | undefined`};\n`;
}

function dataType(operation: Operation): string {
  const { id, method, success } = operation;
  const doc = success.data ? `What \`${id}\` returns.` : `\`${id}\` returns nothing.`;
  return `${comment([doc])}export type ${dataName(operation)} = ${success.data?.type ?? nothing(method)};\n\n`;
}

function operationTypes(operation: Operation): string {
  const { id, page, list } = operation;
  const item = page ? `; item: ${page.itemType}` : "";
  const listItem = list ? `; listItem: ${list.itemType}` : "";
  return `  ${id}: { input: ${inputName(operation)}; data: ${dataName(operation)}${item}${listItem} };`;
}

function ids({ operations }: Model, test: (operation: Operation) => boolean): string {
  return (
    operations
      .filter(test)
      .map(({ id }) => quote(id))
      .join(" | ") || "never"
  );
}

function schemaImports(schemas: readonly Schema[]): string[] {
  const differs = schemas.some(({ writableTypeName }) => writableTypeName !== undefined);
  return differs ? ["components", ...READ_WRITE_NAMES] : ["components"];
}

function schemaType({ name, typeName, writableTypeName, doc }: Schema): string {
  const type = `components["schemas"][${quote(name)}]`;
  if (writableTypeName === undefined) return `${proseComment(doc)}export type ${typeName} = ${type};\n`;
  const writable = comment([`A {@link ${typeName}} in a request, without its read-only members.`]);
  return `${proseComment(doc)}export type ${typeName} = Readable<${type}>;

${writable}export type ${writableTypeName} = Writable<${type}>;
`;
}
