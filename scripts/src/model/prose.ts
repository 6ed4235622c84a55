import type { OpenApiSchema } from "../spec/openapi.ts";
import type { Prose } from "./model.ts";

/** What is said about a thing itself or, where nothing is, about its schema. */
export function proseOf(thing: Partial<Prose>, schema: OpenApiSchema = {}): Prose {
  const { title, description, deprecated = false } = typeof schema === "boolean" ? {} : schema;
  return {
    summary: thing.summary ?? (thing.description === undefined ? title : undefined),
    description: thing.description ?? description,
    deprecated: thing.deprecated ?? deprecated,
  };
}
