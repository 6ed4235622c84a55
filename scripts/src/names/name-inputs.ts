import type { ModelContext } from "../model/model-context.ts";
import type { Input } from "../model/model.ts";
import type { JsonObject, Path } from "../spec/json.ts";
import type {
  OpenApiDocument,
  OpenApiParameter,
  OpenApiRequestBody,
  OpenApiSchema,
  OrReference,
} from "../spec/openapi.ts";
import { follow, valueAt, type Located } from "../spec/references.ts";
import { capitalize, isMemberName } from "../text/identifier.ts";
import { claimNames, type NameRequest } from "./claim-names.ts";

/**
 * Gives the inputs of an operation unique names, because callers pass all of them in one object.
 *
 * @param inputs the inputs by priority: path, query, header, body
 */
export function nameInputs(context: ModelContext, operation: string, inputs: readonly Located<Input>[]): Input[] {
  const requests = new Map(inputs.map((input) => [inputRequest(context, operation, input), input.value]));
  const names = claimNames([...requests.keys()], new Map(), context);
  return Array.from(requests, ([request, input]) => {
    const name = names.get(request) ?? input.name;
    return name === input.name ? input : { ...input, name, wireName: input.name };
  });
}

function inputRequest({ document, report }: ModelContext, operation: string, located: Located<Input>): NameRequest {
  const { name, in: location, schema } = located.value;
  if (name === "__proto__") report(located.at, "`__proto__` is not allowed as a name", "Choose another name");
  const parameter = location === "body" ? undefined : declarationAt(document, located.at);
  const declaration = parameter ? parameter.value : schema;
  const chosen = typeof declaration === "object" ? declaration["x-name"] : undefined;
  return {
    label: `${location} input \`${name}\` of \`${operation}\``,
    original: name,
    at: () => parameter?.at ?? memberPath(document, located.at, name, schema) ?? located.at,
    chosen,
    base: name,
    suffix: capitalize(location),
    // Only an `x-name` must be an identifier. A name in the document can be any text.
    isValid: (candidate) => candidate !== chosen || isMemberName(candidate),
    namesOf: (candidate) => [candidate],
  };
}

/** Returns the location of a body member, which a reference or `allOf` may place in a component. */
function memberPath(document: OpenApiDocument, bodyPath: Path, name: string, member: OpenApiSchema): Path | undefined {
  const { value, at } = partAt<OpenApiRequestBody>(document, bodyPath);
  const seen = new Set<object>();
  const find = (schema: OpenApiSchema, schemaPath: Path): Path | undefined => {
    if (typeof schema === "boolean") return undefined;
    const resolved = follow(document, schema, schemaPath);
    if (seen.has(resolved.value)) return undefined;
    seen.add(resolved.value);
    const { properties = {}, allOf = [] } = resolved.value;
    if (Object.hasOwn(properties, name) && properties[name] === member) return [...resolved.at, "properties", name];
    return allOf.map((part, index) => find(part, [...resolved.at, "allOf", index])).find((path) => path !== undefined);
  };
  for (const [mediaType, { schema = true }] of Object.entries(value.content)) {
    const found = find(schema, [...at, "content", mediaType, "schema"]);
    if (found) return found;
  }
  return undefined;
}

/** Returns the part that can name a parameter: a reference with an `x-name`, or else the target of the reference. */
function declarationAt(document: OpenApiDocument, at: Path): Located<{ "x-name"?: string }> {
  const value: unknown = valueAt(document as unknown as JsonObject, at);
  const declared = value as OrReference<OpenApiParameter>;
  return declared["x-name"] === undefined ? follow(document, declared, at) : { value: declared, at };
}

/** Returns a part of the document. Follows references. */
function partAt<T extends object>(document: OpenApiDocument, at: Path): Located<T> {
  const value: unknown = valueAt(document as unknown as JsonObject, at);
  return follow(document, value as OrReference<T>, at);
}
