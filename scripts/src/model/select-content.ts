import type { OpenApiDocument, OpenApiMediaType, OpenApiSchema } from "../spec/openapi.ts";
import { isBinarySchema, isJsonMediaType, PREFERRED_MEDIA_TYPE } from "./conventions.ts";
import { resolveSchema } from "../schema/resolve-schema.ts";
import type { ContentFormat } from "./model.ts";

/** The content that the client sends or accepts. */
export interface SelectedContent {
  mediaType: string;
  format: ContentFormat;
  schema: OpenApiSchema;
}

/** A media type or a range of them (RFC 9110, 8.3.1). Excludes characters that a header must not contain. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/(?:[\w!#$&^.+-]+|\*)\s*(?:;[ -~]*)?$|^\*\/\*$/;

/** Media types of text that are not `text/*`. */
const TEXT = /^text\/|[/+](?:xml|yaml|x-yaml|csv|javascript|graphql|x-ndjson|x-www-form-urlencoded)$/;

/**
 * Selects the content that the client sends or accepts. JSON is preferred. Otherwise the first supported media type is used.
 *
 * @returns `undefined` if no media type is supported or has the schema that it needs
 */
export function selectContent(
  document: OpenApiDocument,
  content: Record<string, OpenApiMediaType>,
): SelectedContent | undefined {
  const supported = Object.entries(content).flatMap(([mediaType, { schema }]): SelectedContent[] => {
    const format = formatOfContent(document, mediaType, schema);
    if (format === "text") return [{ mediaType, format, schema: textSchema(document, schema) }];
    if (format === "binary") return [{ mediaType, format, schema: { type: "string", format: "binary" } }];
    return format === undefined || schema === undefined ? [] : [{ mediaType, format, schema }];
  });
  const json = supported.filter(({ format }) => format === "json");
  const preferred = [PREFERRED_MEDIA_TYPE, "application/json"].map((name) =>
    json.find(({ mediaType }) => mediaType === name),
  );
  return preferred.find(Boolean) ?? json.find(({ mediaType }) => isJsonMediaType(mediaType)) ?? json[0] ?? supported[0];
}

/** Returns the format of a media type, or `undefined` if it is not supported. */
export function formatOfContent(
  document: OpenApiDocument,
  mediaType: string,
  schema: OpenApiSchema | undefined,
): ContentFormat | undefined {
  if (isJsonMediaType(mediaType)) return "json";
  if (!MEDIA_TYPE.test(mediaType)) return undefined;
  const [essence = ""] = mediaType.toLowerCase().split(/\s*;/, 1);
  if (essence === "*/*" || essence === "application/*") {
    if (schema === undefined) return undefined;
    return isBinarySchema(resolveSchema(document, schema)) ? "binary" : "json";
  }
  if (essence === "multipart/form-data") return "multipart";
  if (essence === "application/x-www-form-urlencoded") return "urlencoded";
  // A stream of events has no end, so it has no result.
  if (/^multipart\/|^text\/event-stream$/.test(essence)) return undefined;
  return TEXT.test(essence) ? "text" : "binary";
}

/** Describes why no content of a request or response is supported. */
export function describeUnsupported(content: Record<string, OpenApiMediaType>): [reason: string, fix: string] {
  const mediaTypes = Object.keys(content);
  const lacksSchema = mediaTypes.find(
    (name) => isJsonMediaType(name) || /^(?:\*|application\/\*|multipart\/form-data$)/i.test(name),
  );
  if (lacksSchema !== undefined) return [`has no schema for \`${lacksSchema}\``, "Add a schema"];
  return [
    `has no supported media type, found ${mediaTypes.join(", ") || "none"}`,
    "Use JSON, a form, text, or the type of a file",
  ];
}

/** Returns the schema of a text. A schema of another type, as of an XML document, does not describe the text. */
function textSchema(document: OpenApiDocument, schema: OpenApiSchema = true): OpenApiSchema {
  return resolveSchema(document, schema).type === "string" ? schema : { type: "string" };
}
