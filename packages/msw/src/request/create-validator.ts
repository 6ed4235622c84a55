import { dereference, validate, type OutputUnit } from "@cfworker/json-schema";
import type { RequestError } from "@segment-iam/types";
import type { Contract, JsonSchema } from "../contract.ts";

/** Returns the errors of a value. `field` is the path of the value in the input, empty for the input itself. */
export type Validator = (value: unknown, schema: JsonSchema, field: string) => RequestError[];

/** The base of references. Nothing is fetched from it. */
const BASE = new URL("https://segment-iam.invalid/contract");

/** Keywords that only fail because something inside them fails. */
const WRAPPERS = new Set([
  "$ref",
  "properties",
  "patternProperties",
  "additionalProperties",
  "items",
  "prefixItems",
  "allOf",
]);

/** Makes a validator for the schemas of a contract. It compiles no code, so it works where `eval` is forbidden. */
export function createValidator(contract: Contract): Validator {
  const lookup: Record<string, JsonSchema> = Object.create(null);
  for (const [pointer, schema] of schemasOf(contract)) dereference(schema, lookup, BASE, pointer);
  return (value, schema, field) => {
    const { errors } = validate(value, schema, "2020-12", lookup, false);
    const found = errors.filter(({ keyword }) => !WRAPPERS.has(keyword)).map((unit) => toRequestError(unit, field));
    // The first error of each field is kept.
    return [...new Map(found.toReversed().map((error) => [error.field, error])).values()].toReversed();
  };
}

/** All schemas, each with its JSON Pointer. */
function* schemasOf({ schemas, operations }: Contract): Generator<[string, JsonSchema]> {
  for (const [name, schema] of Object.entries(schemas)) yield [`/schemas/${name}`, schema];
  for (const { id, parameters, requestBody, success } of Object.values(operations)) {
    for (const [index, { schema }] of parameters.entries()) yield [`/operations/${id}/parameters/${index}`, schema];
    if (requestBody) yield [`/operations/${id}/requestBody`, requestBody.schema];
    if (success.schema !== undefined) yield [`/operations/${id}/success`, success.schema];
  }
}

/** Converts an error to the API's form: `"count" is required`, with the field's path beside it. */
function toRequestError({ instanceLocation, keyword, error }: OutputUnit, base: string): RequestError {
  const missing = keyword === "required" ? /"(.*)"/.exec(error)?.[1] : undefined;
  const path = [base, ...pointerParts(instanceLocation), missing].filter((part) => part !== undefined && part !== "");
  const name = JSON.stringify(path.at(-1) ?? "value");
  const reason =
    keyword === "required" ? "is required" : keyword === "false" ? "is not allowed" : `is not valid: ${error}`;
  return { type: "input-validation", message: `${name} ${reason}`, field: path.join(".") };
}

function pointerParts(location: string): string[] {
  const parts = location.split("/").slice(1);
  return parts.map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}
