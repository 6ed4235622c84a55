import { resolveNamedSchema, resolveSchema } from "../schema/resolve-schema.ts";
import { normalizeSchema } from "../schema/normalize-schema.ts";
import type { Discriminator } from "../schema/discriminator.ts";
import { selectContent } from "../model/select-content.ts";
import { CURSOR_MEMBER, PAGINATION_MEMBER } from "../model/conventions.ts";
import type { Input, Operation } from "../model/model.ts";
import { openApiOperationOf } from "../model/openapi-operation.ts";
import { inputParameters } from "../model/inputs/input-parameters.ts";
import { onlyDirection } from "../schema/members.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiMediaType, OpenApiSchema, OrReference } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { literal, propertyKey, quote } from "../text/literal.ts";

const MAX_DEPTH = 6;

/** Writes an example input as code, or an empty text if no input is needed. A file becomes a `Blob`, which JSON cannot express. */
export function exampleArguments(document: OpenApiDocument, operation: Operation): string {
  const types = new Map(operation.inputs.map(({ name, type }) => [name, type]));
  const members = Object.entries(exampleInput(document, operation)).map(([name, value]) => {
    const type = types.get(name) ?? "";
    const blob = `new Blob([${quote(String(value))}])`;
    const code = type === "Blob[]" ? `[${blob}]` : type.startsWith("Blob") ? blob : literal(value);
    return `${propertyKey(name)}: ${code}`;
  });
  return members.length === 0 ? "" : `{ ${members.join(", ")} }`;
}

/** Returns an example input: the required inputs and those with an example. Omits the cursor, so that a paged call starts at the first page. */
function exampleInput(document: OpenApiDocument, operation: Operation): JsonObject {
  const { parameters = [], requestBody } = openApiOperationOf(document, operation);
  const body = requestBody && exampleOfContent(document, follow(document, requestBody, []).value.content);
  const resolved = inputParameters(document, parameters).map(({ value }) => value);
  const find = ({ name: inputName, wireName: name = inputName, in: location }: Input): Json | undefined => {
    if (location === "body") return operation.body?.form === "whole" ? body : memberOf(body, name);
    return firstExample(
      document,
      resolved.findLast((parameter) => parameter.name === name && parameter.in === location),
    );
  };
  const members = operation.inputs.flatMap((input): [string, Json][] => {
    const value = find(input) ?? (input.required ? exampleOfSchema(document, input.schema) : undefined);
    if (value === undefined) return [];
    const isPagination = operation.paging && input.name === PAGINATION_MEMBER && isObject(value);
    return [[input.name, isPagination ? omit(value, CURSOR_MEMBER) : value]];
  });
  return Object.fromEntries(members);
}

/** Returns the first example of the content that the client sends or accepts. */
export function exampleOfContent(
  document: OpenApiDocument,
  content: Record<string, OpenApiMediaType> = {},
): Json | undefined {
  return firstExample(document, content[selectContent(document, content)?.mediaType ?? ""]);
}

/** Returns an own member of an object, or `undefined`. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function firstExample(document: OpenApiDocument, carrier: object = {}): Json | undefined {
  const { example, examples } = carrier as JsonObject;
  const [first] = Object.values(objectOrEmpty(examples));
  if (example !== undefined || !isObject(first)) return example;
  return memberOf(follow<JsonObject>(document, first as OrReference<JsonObject>, []).value, "value");
}

function omit(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** Returns a value that matches a schema: its example, default or first enum value, or else a minimal value. */
function exampleOfSchema(document: OpenApiDocument, schema: OpenApiSchema, depth = 0): Json {
  const {
    examples,
    default: byDefault,
    values = [],
    alternatives,
    types = new Set(["string"]),
    ...shape
  } = normalizeSchema(document, resolveSchema(document, schema));
  const explicit = [...(examples as Json[]), byDefault, ...values].find((value) => value !== undefined);
  if (explicit !== undefined || depth > MAX_DEPTH) return explicit ?? null;
  const inner = (part: OpenApiSchema) => exampleOfSchema(document, part, depth + 1);
  const [choice] = alternatives;
  if (choice !== undefined) {
    const value = inner(choice);
    return isObject(value) ? { ...value, ...selectingMember(document, shape.discriminator, choice) } : value;
  }
  if (types.has("object")) {
    const writable = [...shape.properties].filter(
      ([, member]) => member.required && onlyDirection(document, member.schema) !== "read",
    );
    return Object.fromEntries(writable.map(([name, member]) => [name, inner(member.schema)]));
  }
  if (types.has("array")) return (shape.tuple.length > 0 ? shape.tuple : [shape.items ?? []].flat()).map(inner);
  if (types.has("string")) return "text";
  if (types.has("integer")) return Number(shape.constraints.get("minimum") ?? 1);
  return types.has("boolean") ? true : null;
}

/** Returns the member whose value selects an alternative. Returns an empty object if the alternative itself fixes the value. */
function selectingMember(
  document: OpenApiDocument,
  discriminator: Discriminator | undefined,
  choice: OpenApiSchema,
): JsonObject {
  if (discriminator === undefined) return {};
  const { schema, name } = resolveNamedSchema(document, choice);
  const property = normalizeSchema(document, schema).properties.get(discriminator.property);
  const fixed = property && normalizeSchema(document, resolveSchema(document, property.schema)).values;
  const [value] = [...discriminator.mapping].find(([, target]) => target === name) ?? [];
  return value === undefined || fixed !== undefined ? {} : { [discriminator.property]: value };
}
