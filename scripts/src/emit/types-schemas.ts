import { READ_WRITE_NAMES } from "../model/generated-names.ts";
import type { Schema } from "../model/model.ts";
import { comment } from "../text/comment.ts";
import { quote } from "../text/quote.ts";
import { proseComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** A type for each named schema. */
export const typesSchemas: Emitter = {
  path: "packages/types/src/generated/schemas.ts",
  emit: ({ schemas }) => `
import type { ${imports(schemas).join(", ")} } from "./openapi.ts";

${schemas.map(schemaType).join("\n")}`,
};

function imports(schemas: readonly Schema[]): string[] {
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
