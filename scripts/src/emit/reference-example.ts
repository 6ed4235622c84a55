import { PAGE_CURSOR, PAGINATION_MEMBER } from "../model/conventions.ts";
import type { Model, Operation } from "../model/model.ts";
import { resolve } from "../diff/resolve.ts";
import { shapeOf } from "../diff/shape.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import type { Shown } from "./reference-document.ts";

/** Schemas that contain themselves are not followed further down than this. */
const MAX_DEPTH = 6;

const FORMATS: Readonly<Record<string, string>> = {
  date: "2025-01-01",
  "date-time": "2025-01-01T00:00:00.000Z",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

/** An input for a sample call: all that is required, and what the document has an example of. A list begins at its first page. */
export function exampleInput({ document }: Model, { inputs, page }: Operation, shown: Shown): JsonObject {
  const wanted = inputs.filter((input) => input.required || shown.inputs.has(input));
  return Object.fromEntries(
    wanted.map((input) => {
      const value = shown.inputs.get(input) ?? exampleOf(document, input.schema);
      return [input.name, page && input.name === PAGINATION_MEMBER ? withoutCursor(value) : value];
    }),
  );
}

function withoutCursor(pagination: Json): Json {
  if (!isObject(pagination)) return pagination;
  const { [PAGE_CURSOR]: _, ...others } = pagination;
  return others;
}

/** A value that fits a schema: its example, default or first choice, or else the plainest. */
function exampleOf(document: OpenApiDocument, schema: OpenApiSchema, depth = 0): Json {
  const shape = shapeOf(document, resolve(document, schema).schema);
  const [example] = Array.isArray(shape.examples) ? shape.examples : [];
  const [choice] = shape.alternatives;
  const given = example ?? shape.default ?? shape.values?.[0];
  if (given !== undefined) return given;
  if (depth > MAX_DEPTH) return null;
  if (choice !== undefined) return exampleOf(document, choice, depth + 1);
  const { types = new Set(["string"]), members, items, tuple, bounds } = shape;
  if (types.has("object")) {
    const required = [...members].filter(([, member]) => member.required);
    return Object.fromEntries(required.map(([name, member]) => [name, exampleOf(document, member.schema, depth + 1)]));
  }
  if (types.has("array")) {
    if (tuple.length > 0) return tuple.map((item) => exampleOf(document, item, depth + 1));
    return items === undefined ? [] : [exampleOf(document, items, depth + 1)];
  }
  if (types.has("string")) return FORMATS[String(bounds.get("format"))] ?? "text";
  if (types.has("integer")) return Number(bounds.get("minimum") ?? 1);
  return types.has("boolean") ? true : null;
}
