import type { DocumentNames } from "../names/document-names.ts";
import type { ReadWrite } from "../schema/members.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import type { Report } from "../spec/spec-error.ts";
import type { Prose } from "./model.ts";

/** The state shared by the functions that build a model. */
export interface ModelContext {
  document: OpenApiDocument;
  readWrite: ReadWrite;
  names: DocumentNames;
  /** Reports a problem that stops generation. */
  report: Report;
  /** Reports a problem that does not stop generation. */
  warn: Report;
}

/** Returns the documentation of a part of the document. Missing texts come from the part's schema. */
export function proseOf(part: Partial<Prose>, schema: OpenApiSchema = {}): Prose {
  const { title, description, deprecated = false } = typeof schema === "boolean" ? {} : schema;
  return {
    summary: part.summary ?? (part.description === undefined ? title : undefined),
    description: part.description ?? description,
    deprecated: part.deprecated ?? deprecated,
  };
}
