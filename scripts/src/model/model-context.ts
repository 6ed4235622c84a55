import type { DocumentNames } from "../names/document-names.ts";
import type { Path } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import type { Report } from "../spec/spec-error.ts";
import { follow } from "../spec/references.ts";
import type { Operation, Prose } from "./model.ts";

/** Identifies the schemas whose request and response types differ. */
export interface ReadWrite {
  /** The names of the component schemas with different request and response types. */
  names: ReadonlySet<string>;
  /** Returns whether the request and response types of a schema differ. Accepts named and inline schemas. */
  differs(schema: OpenApiSchema): boolean;
}

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

/** An operation with its path in the document and its `x-invalidates` override. */
export interface LocatedOperation {
  operation: Operation;
  at: Path;
  override: string[] | undefined;
}

/** Resolves the references of a schema. `true` and `false` resolve to an empty schema. */
export function resolveSchema(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchemaObject {
  if (typeof schema === "boolean") return {};
  return follow(document, schema, []).value;
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
