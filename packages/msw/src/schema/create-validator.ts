import { dereference, validate, type OutputUnit } from "@cfworker/json-schema";
import type { RequestError } from "@segment-iam/types";
import type { Contract, JsonSchema } from "../contract.ts";
import { fieldError } from "./field-error.ts";

/** Returns the validation errors of a value. `field` is the path of the value in the input; empty for the whole input. */
export type Validator = (value: unknown, schema: JsonSchema, field: string) => RequestError[];

/** The base URL for references. It is never fetched. */
const BASE = new URL("https://segment-iam.invalid/contract");

/** Keywords that fail only when a nested keyword fails. */
const WRAPPERS = new Set([
  "$ref",
  "properties",
  "patternProperties",
  "additionalProperties",
  "items",
  "prefixItems",
  "allOf",
]);

/** Creates a validator for the schemas of a contract. It does not use `eval`, so it works under a strict CSP. */
export function createValidator(contract: Contract): Validator {
  const lookup: Record<string, JsonSchema> = Object.create(null);
  for (const [pointer, schema] of schemasOf(contract)) dereference(schema, lookup, BASE, pointer);
  return (value, schema, field) => {
    const { errors } = validate(value, schema, "2020-12", lookup, false);
    const found = errors.filter(({ keyword }) => !WRAPPERS.has(keyword)).map((unit) => toRequestError(unit, field));
    // Keeps the first error of each field.
    return [...new Map(found.toReversed().map((error) => [error.field, error])).values()].toReversed();
  };
}

/** Yields all schemas with their JSON Pointers. */
function* schemasOf({ schemas, operations }: Contract): Generator<[string, JsonSchema]> {
  for (const [name, schema] of Object.entries(schemas)) yield [`/schemas/${name}`, schema];
  for (const { id, parameters, requestBody, success } of Object.values(operations)) {
    for (const [index, { schema }] of parameters.entries()) yield [`/operations/${id}/parameters/${index}`, schema];
    if (requestBody) yield [`/operations/${id}/requestBody`, requestBody.schema];
    if (success.schema !== undefined) yield [`/operations/${id}/success`, success.schema];
  }
}

/** Converts an error to the API's format: a message such as `"count" is required`, and the path of the field. */
function toRequestError({ instanceLocation, keyword, error }: OutputUnit, base: string): RequestError {
  const missing = keyword === "required" ? /"(.*)"/.exec(error)?.[1] : undefined;
  const path = [base, ...pointerParts(instanceLocation), missing].filter((part) => part !== undefined && part !== "");
  const reason =
    keyword === "required" ? "is required" : keyword === "false" ? "is not allowed" : `is not valid: ${error}`;
  return fieldError(path.join("."), reason, path.at(-1) ?? "value");
}

function pointerParts(location: string): string[] {
  const parts = location.split("/").slice(1);
  return parts.map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}
