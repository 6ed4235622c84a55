import type { OpenApiSchema } from "../spec/openapi.ts";
import type { Prose } from "./model.ts";

/** What is said about a thing itself or, where nothing is, about its schema. */
export function prose(
  thing: { summary?: string; description?: string; deprecated?: boolean },
  schema: OpenApiSchema = {},
): Prose {
  const { title, description, deprecated } = typeof schema === "boolean" ? {} : schema;
  const found = {
    summary: thing.summary ?? (thing.description === undefined ? title : undefined),
    description: thing.description ?? description,
    deprecated: thing.deprecated ?? deprecated,
  };
  return {
    ...(found.summary !== undefined && { summary: found.summary }),
    ...(found.description !== undefined && { description: found.description }),
    ...(found.deprecated !== undefined && { deprecated: found.deprecated }),
  };
}
