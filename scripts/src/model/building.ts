import type { Path } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiMediaType, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { isJson, PREFERRED_MEDIA_TYPE } from "./conventions.ts";
import type { Operation } from "./model.ts";

/** What the builders of the model share. A builder reports what is wrong and goes on, so that one run finds everything. */
export interface Building {
  document: OpenApiDocument;
  report(at: Path, reason: string, fix: string): void;
}

/** An operation, where it is written, and its `x-stale`. */
export interface PlacedOperation {
  operation: Operation;
  at: Path;
  override: string[] | undefined;
}

/** The schema itself, behind any references. `true` and `false` say nothing about members, like an empty schema. */
export function resolveSchema(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchemaObject {
  if (typeof schema === "boolean") return {};
  return follow(document, schema, []).value;
}

/** The media type to send or to ask for, and what it carries. */
export function preferredContent(
  content: Record<string, OpenApiMediaType>,
): { mediaType: string; schema: OpenApiSchema | undefined } | undefined {
  const names = Object.keys(content);
  const mediaType = names.includes(PREFERRED_MEDIA_TYPE) ? PREFERRED_MEDIA_TYPE : names.find(isJson);
  return mediaType === undefined ? undefined : { mediaType, schema: content[mediaType]?.schema };
}
