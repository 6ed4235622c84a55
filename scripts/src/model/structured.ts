import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { resolveSchema } from "./building.ts";

/** Tells whether a value may be a list or an object, as far as its schema says. */
export function mayBeStructured(document: OpenApiDocument, schema: OpenApiSchema): boolean {
  const seen = new Set<OpenApiSchema>();
  const isStructured = (part: OpenApiSchema): boolean => {
    const resolved = resolveSchema(document, part);
    if (seen.has(resolved)) return false;
    seen.add(resolved);
    const types = [resolved.type ?? []].flat();
    if (types.includes("array") || types.includes("object")) return true;
    if (resolved.properties ?? resolved.items ?? resolved.additionalProperties) return true;
    return [resolved.allOf, resolved.anyOf, resolved.oneOf].some((parts) => parts?.some(isStructured));
  };
  return isStructured(schema);
}
