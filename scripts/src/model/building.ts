import type { Path } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiMediaType, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import type { Report } from "../spec/problem.ts";
import { follow } from "../spec/references.ts";
import { isJson, PREFERRED_MEDIA_TYPE } from "./conventions.ts";
import type { Operation, Prose } from "./model.ts";
import type { ReadWrite } from "./members.ts";

/** What the builders of the model share. */
export interface Building {
  document: OpenApiDocument;
  readWrite: ReadWrite;
  /** Takes what stops generation. */
  report: Report;
  /** Takes what is left out of the model and does no harm. */
  warn: Report;
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

/** What is sent or answered as JSON, if anything is. */
export function jsonContent(content: Record<string, OpenApiMediaType>): JsonContent | undefined {
  const names = Object.keys(content);
  const wanted = [PREFERRED_MEDIA_TYPE, "application/json"].find((name) => names.includes(name));
  const mediaType = wanted ?? names.find(isJson);
  return mediaType === undefined ? undefined : { mediaType, schema: content[mediaType]?.schema };
}

/** A kind of JSON, and what it carries. */
export interface JsonContent {
  mediaType: string;
  schema: OpenApiSchema | undefined;
}

/** What is said about a thing itself or, where nothing is, about its schema. */
export function proseOf(thing: Partial<Prose>, schema: OpenApiSchema = {}): Prose {
  const { title, description, deprecated = false } = typeof schema === "boolean" ? {} : schema;
  return {
    summary: thing.summary ?? (thing.description === undefined ? title : undefined),
    description: thing.description ?? description,
    deprecated: thing.deprecated ?? deprecated,
  };
}
