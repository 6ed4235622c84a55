import type { Path } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiMediaType, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import type { Report } from "../spec/spec-error.ts";
import { follow } from "../spec/references.ts";
import { isJson, PREFERRED_MEDIA_TYPE } from "./conventions.ts";
import type { Operation, Prose } from "./model.ts";
import type { ReadWrite } from "./members.ts";

/** What the builders of the model share. */
export interface Building {
  document: OpenApiDocument;
  readWrite: ReadWrite;
  /** Reports what stops generation. */
  report: Report;
  /** Reports what is left out of the model without harm. */
  warn: Report;
}

/** An operation, where it is written, and its `x-stale`. */
export interface PlacedOperation {
  operation: Operation;
  at: Path;
  override: string[] | undefined;
}

/** Follows the references of a schema. `true` and `false` resolve to an empty schema. */
export function resolveSchema(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchemaObject {
  if (typeof schema === "boolean") return {};
  return follow(document, schema, []).value;
}

/** The JSON of a request or a response, if it has any. */
export function jsonContent(content: Record<string, OpenApiMediaType>): JsonContent | undefined {
  const names = Object.keys(content);
  const wanted = [PREFERRED_MEDIA_TYPE, "application/json"].find((name) => names.includes(name));
  const mediaType = wanted ?? names.find(isJson);
  return mediaType === undefined ? undefined : { mediaType, schema: content[mediaType]?.schema };
}

/** A media type of JSON, and its schema. */
export interface JsonContent {
  mediaType: string;
  schema: OpenApiSchema | undefined;
}

/** The prose about a part of the document or, where it has none, about its schema. */
export function proseOf(thing: Partial<Prose>, schema: OpenApiSchema = {}): Prose {
  const { title, description, deprecated = false } = typeof schema === "boolean" ? {} : schema;
  return {
    summary: thing.summary ?? (thing.description === undefined ? title : undefined),
    description: thing.description ?? description,
    deprecated: thing.deprecated ?? deprecated,
  };
}
