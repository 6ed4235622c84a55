import { isRead } from "../../model/conventions.ts";
import { dataName, inputName, READ_WRITE_NAMES } from "../../names/generated-names.ts";
import type { Input, Model, Operation, Schema } from "../../model/model.ts";
import { emptyResultType } from "../../model/success.ts";
import { comment } from "../../text/comment.ts";
import { literal, propertyKey, quote } from "../../text/literal.ts";
import { proseComment } from "../comments.ts";
import type { Emitter } from "../emitter.ts";
import { convertNamedSchemas } from "../json-schema.ts";
import { openapiTypes } from "./types-openapi.ts";

/** Emits the input and data types of each operation, and a map of them by operation id. */
export const typesOperations: Emitter = {
  path: "packages/types/src/generated/operations.ts",
  emit: async (model) => {
    const { declared } = await openapiTypes(model);
    return `
${operationImports(model)}

${model.operations.map((operation) => inputType(operation) + dataType(operation, declared)).join("")}
/** The types of each operation: its input, its data, an item of its pages and an item of its bulk input. */
export interface OperationTypes {
${model.operations.map(operationTypes).join("\n")}
}

/** The ids of all operations. */
export type OperationId = keyof OperationTypes;

/** The ids of the paged operations. */
export type PagedOperationId = ${ids(model, ({ paging }) => paging !== undefined)};

/** The ids of the operations whose only required input is an array, which \`bulk\` can split. */
export type BulkOperationId = ${ids(model, ({ bulk }) => bulk !== undefined)};

/** The ids of the read operations. */
export type QueryOperationId = ${ids(model, isRead)};

/** The ids of the write operations. */
export type MutationOperationId = ${ids(model, (operation) => !isRead(operation))};
`;
  },
};

/** Emits a type for each named schema. */
export const typesSchemas: Emitter = {
  path: "packages/types/src/generated/schemas.ts",
  emit: async (model) => {
    const { declared } = await openapiTypes(model);
    const others = model.schemas.filter(({ typeName }) => !declared.has(typeName));
    const imports = schemaImports(others).join(", ");
    return `
${imports && `import type { ${imports} } from "./openapi.ts";\n`}
export type { ${[...declared].join(", ")} } from "./openapi.ts";

${others.map(schemaType).join("\n")}`;
  },
};

/** Emits the index of the generated types. */
export const typesIndex: Emitter = {
  path: "packages/types/src/generated/index.ts",
  emit: () => `
export type { components, operations, paths } from "./openapi.ts";
export type * from "./operations.ts";
export type * from "./schemas.ts";
`,
};

/** Emits the OpenAPI document as JSON. References point to components, and unsupported parts that were skipped are missing. */
export const typesDocument: Emitter = {
  path: "packages/types/src/generated/openapi.json",
  emit: ({ document }) => JSON.stringify(document),
};

/** Emits a JSON Schema with a definition for each schema type. Types for requests that differ have their own definition. */
export const typesJsonSchemas: Emitter = {
  path: "packages/types/src/generated/json-schemas.json",
  emit(model) {
    return JSON.stringify({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $comment: `Generated from ${model.file}.`,
      $defs: Object.fromEntries(convertNamedSchemas(model, "#/$defs/")),
    });
  },
};

function operationImports({ operations }: Model): string {
  const types = operations.flatMap(({ inputs, success }) => [...inputs.map(({ type }) => type), success.data?.type]);
  const code = types.map((type) => type?.replace(/"(?:[^"\\]|\\.)*"/g, "")).join("\n");
  const names = ["operations", ...READ_WRITE_NAMES].filter((name) => new RegExp(`(?<![\\w.$])${name}[[<]`).test(code));
  const typeImport = names.length > 0 ? `import type { ${names.join(", ")} } from "./openapi.ts";\n` : "";
  return `${typeImport}import type * as S from "./schemas.ts";`;
}

function inputType(operation: Operation): string {
  const doc = comment([`The input of \`${operation.id}\`.`]);
  if (operation.inputs.length === 0) return `${doc}export type ${inputName(operation)} = Record<string, never>;\n\n`;
  return `${doc}export interface ${inputName(operation)} {\n${operation.inputs.map(inputMember).join("")}}\n\n`;
}

function inputMember({ name, doc, required, type, schema }: Input): string {
  const defaultValue = typeof schema === "object" ? schema.default : undefined;
  const tags = defaultValue === undefined ? {} : { default: `\`${literal(defaultValue)}\`` };
  return `${proseComment(doc, tags)}${propertyKey(name)}${required ? `: ${type}` : `?: ${type} | undefined`};\n`;
}

function dataType(operation: Operation, declared: ReadonlySet<string>): string {
  const { id, method, success } = operation;
  const doc = success.data ? `The result of \`${id}\`.` : `\`${id}\` returns no data.`;
  const [, schema] = /^S\.([\w$]+)$/.exec(success.data?.type ?? "") ?? [];
  // Editors show the name of an interface, and the members of other types.
  if (schema !== undefined && declared.has(schema)) {
    return `${comment([doc])}export interface ${dataName(operation)} extends S.${schema} {}\n\n`;
  }
  return `${comment([doc])}export type ${dataName(operation)} = ${success.data?.type ?? emptyResultType(method)};\n\n`;
}

function operationTypes(operation: Operation): string {
  const { id, paging, bulk } = operation;
  const item = paging ? `; item: ${paging.itemType}` : "";
  const bulkItem = bulk ? `; bulkItem: ${bulk.itemType}` : "";
  return `  ${id}: { input: ${inputName(operation)}; data: ${dataName(operation)}${item}${bulkItem} };`;
}

function ids({ operations }: Model, matches: (operation: Operation) => boolean): string {
  return (
    operations
      .filter(matches)
      .map(({ id }) => quote(id))
      .join(" | ") || "never"
  );
}

function schemaImports(schemas: readonly Schema[]): string[] {
  const differs = schemas.some(({ writableTypeName }) => writableTypeName !== undefined);
  if (schemas.length === 0) return [];
  return differs ? ["components", ...READ_WRITE_NAMES] : ["components"];
}

function schemaType({ name, typeName, writableTypeName, doc }: Schema): string {
  const type = `components["schemas"][${quote(name)}]`;
  if (writableTypeName === undefined) return `${proseComment(doc)}export type ${typeName} = ${type};\n`;
  const writable = comment([`The request type of {@link ${typeName}}, without read-only members.`]);
  return `${proseComment(doc)}export type ${typeName} = Readable<${type}>;

${writable}export type ${writableTypeName} = Writable<${type}>;
`;
}
