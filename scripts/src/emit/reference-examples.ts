import { resolve } from "../diff/resolve.ts";
import { shapeOf } from "../diff/shape.ts";
import { jsonContent } from "../model/model-context.ts";
import { PAGE_CURSOR, PAGINATION_MEMBER } from "../model/conventions.ts";
import type { Input, Operation } from "../model/model.ts";
import { onlyDirection } from "../model/members.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type {
  OpenApiDocument,
  OpenApiMediaType,
  OpenApiOperation,
  OpenApiSchema,
  OrReference,
} from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";

const MAX_DEPTH = 6;

/** The operation as it is written in the document. */
export function writtenOperation(document: OpenApiDocument, { path, method }: Operation): OpenApiOperation {
  const { parameters = [], ...operations } = document.paths[path] ?? {};
  const written = (operations as Record<string, OpenApiOperation | undefined>)[method.toLowerCase()];
  return { ...written, parameters: [...parameters, ...(written?.parameters ?? [])] };
}

/** An input for a call, with what is required and what the document has an example of, starting at the first page. */
export function exampleInput(document: OpenApiDocument, operation: Operation): JsonObject {
  const { parameters = [], requestBody } = writtenOperation(document, operation);
  const body = requestBody && exampleIn(document, follow(document, requestBody, []).value.content);
  const written = parameters.map((parameter) => follow(document, parameter, []).value);
  const find = ({ name, in: place }: Input): Json | undefined => {
    if (place === "body") return operation.body?.form === "whole" ? body : memberOf(body, name);
    return firstExample(
      document,
      written.findLast((parameter) => parameter.name === name && parameter.in === place),
    );
  };
  const members = operation.inputs.flatMap((input): [string, Json][] => {
    const value = find(input) ?? (input.required ? exampleOf(document, input.schema) : undefined);
    if (value === undefined) return [];
    const isPagination = operation.page && input.name === PAGINATION_MEMBER && isObject(value);
    return [[input.name, isPagination ? omit(value, PAGE_CURSOR) : value]];
  });
  return Object.fromEntries(members);
}

/** The example of what is sent or received as JSON. */
export function exampleIn(document: OpenApiDocument, content: Record<string, OpenApiMediaType> = {}): Json | undefined {
  return firstExample(document, content[jsonContent(content)?.mediaType ?? ""]);
}

/** A member of an object; nothing of any other value. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function firstExample(document: OpenApiDocument, carrier: object = {}): Json | undefined {
  const { example, examples } = carrier as JsonObject;
  const [first] = Object.values(isObject(examples) ? examples : {});
  if (example !== undefined || !isObject(first)) return example;
  return memberOf(follow<JsonObject>(document, first as OrReference<JsonObject>, []).value, "value");
}

function omit(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** A value to send that fits a schema: its example, default or first choice, or else the plainest. */
function exampleOf(document: OpenApiDocument, schema: OpenApiSchema, depth = 0): Json {
  const {
    examples,
    default: byDefault,
    values = [],
    alternatives,
    types = new Set(["string"]),
    ...shape
  } = shapeOf(document, resolve(document, schema).schema);
  const given = [...(examples as Json[]), byDefault, ...values].find((value) => value !== undefined);
  if (given !== undefined || depth > MAX_DEPTH) return given ?? null;
  const inner = (part: OpenApiSchema) => exampleOf(document, part, depth + 1);
  if (alternatives[0] !== undefined) return inner(alternatives[0]);
  if (types.has("object")) {
    const sent = [...shape.members].filter(
      ([, member]) => member.required && onlyDirection(document, member.schema) !== "read",
    );
    return Object.fromEntries(sent.map(([name, member]) => [name, inner(member.schema)]));
  }
  if (types.has("array")) return (shape.tuple.length > 0 ? shape.tuple : [shape.items ?? []].flat()).map(inner);
  if (types.has("string")) return "text";
  if (types.has("integer")) return Number(shape.bounds.get("minimum") ?? 1);
  return types.has("boolean") ? true : null;
}
