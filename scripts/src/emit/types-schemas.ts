import type { Schema } from "../model/model.ts";
import { quote } from "../text/quote.ts";
import { proseComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** A type for each named schema. */
export const typesSchemas: Emitter = {
  path: "packages/types/src/generated/schemas.ts",
  emit: ({ schemas }) => `
import type { components } from "./openapi.ts";

${schemas.map(schemaType).join("\n")}`,
};

function schemaType({ name, typeName, doc }: Schema): string {
  return `${proseComment(doc)}export type ${typeName} = components["schemas"][${quote(name)}];\n`;
}
