import { isBinarySchema } from "../../model/conventions.ts";
import { resolveSchema } from "../../schema/resolve-schema.ts";
import { formatOfContent } from "../../model/select-content.ts";
import { METHOD_KEYS, type OpenApiDocument, type OpenApiMediaType, type OpenApiSchema } from "../../spec/openapi.ts";
import { follow } from "../../spec/references.ts";

/**
 * Returns the schemas of files in request bodies and responses. Their type is `Blob`.
 *
 * Omits JSON content, which cannot contain a file. A binary schema in JSON has the type `string`.
 */
export function findBinarySchemas(document: OpenApiDocument): ReadonlySet<OpenApiSchema> {
  const binary = new Set<OpenApiSchema>();
  const seen = new Set<OpenApiSchema>();
  const visit = (schema: OpenApiSchema | undefined): void => {
    if (typeof schema !== "object" || seen.has(schema)) return;
    seen.add(schema);
    if (isBinarySchema(schema)) binary.add(schema);
    const { properties = {}, additionalProperties, items, prefixItems, allOf, anyOf, oneOf } = schema;
    if (schema.$ref !== undefined) visit(resolveSchema(document, schema));
    [...Object.values(properties), additionalProperties, items, prefixItems, allOf, anyOf, oneOf].flat().forEach(visit);
  };
  for (const [mediaType, content] of contentsOf(document)) {
    if (formatOfContent(document, mediaType, content.schema) !== "json") visit(content.schema);
  }
  return binary;
}

/** Returns the contents of all request bodies and responses. */
function contentsOf(document: OpenApiDocument): [mediaType: string, content: OpenApiMediaType][] {
  const operations = Object.values(document.paths).flatMap((item) => METHOD_KEYS.flatMap((key) => item[key] ?? []));
  const bodies = operations.flatMap(({ requestBody = [], responses = {} }) =>
    [requestBody, Object.values(responses)].flat(),
  );
  return bodies.flatMap((body) => Object.entries(follow(document, body, []).value.content ?? {}));
}
