import type { OpenApiHeader, OpenApiResponse, OrReference } from "../../spec/openapi.ts";
import { contentType } from "./content-type.ts";
import { member, objectOf } from "./member.ts";
import { referenceType, schemaType, type Printing } from "./schema-type.ts";
import { NEVER, UNKNOWN, type TypeText } from "./type-text.ts";

/** The headers and contents of an answer. */
export function responseType({ headers = {}, content }: OpenApiResponse, printing: Printing): TypeText {
  const named = Object.entries(headers).map(([name, header]) => headerMember(name, header, printing));
  const type = contentType(content, printing);
  return objectOf([
    member("headers", objectOf([...named, "[name: string]: unknown;\n"])),
    member("content", type ?? NEVER, { optional: type === undefined }),
  ]);
}

function headerMember(name: string, header: OrReference<OpenApiHeader>, printing: Printing): string {
  if ("$ref" in header) return member(name, referenceType(header.$ref), { doc: header });
  return member(name, headerType(header, printing), { optional: !header.required, doc: header });
}

/** The type of a header. */
export function headerType({ schema, content }: OpenApiHeader, printing: Printing): TypeText {
  return schema ? schemaType(schema, printing) : (contentType(content, printing) ?? UNKNOWN);
}
