import type { OpenApiMediaType } from "../../spec/openapi.ts";
import { member, objectOf } from "./member.ts";
import { schemaType, type Printing } from "./schema-type.ts";
import { UNKNOWN, type TypeText } from "./type-text.ts";

/** A body or answer by its media types; nothing when there are none. */
export function contentType(
  content: Record<string, OpenApiMediaType> | undefined,
  printing: Printing,
): TypeText | undefined {
  const members = Object.entries(content ?? {}).map(([mediaType, described]) => {
    const type = described.schema ? schemaType(described.schema, printing) : UNKNOWN;
    return member(mediaType, type, { doc: described });
  });
  return members.length > 0 ? objectOf(members) : undefined;
}
