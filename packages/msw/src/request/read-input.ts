import { parseDottedQuery, parseStyledQuery, wireNameOf, type ParsedQuery, type QueryValue } from "@segment-iam/client";
import type { RequestError } from "@segment-iam/types";
import { typesOf, variantsOf, type Contract, type ContractOperation, type JsonSchema } from "../contract.ts";
import { HttpError } from "../response/http-error.ts";
import { fieldError } from "../schema/field-error.ts";
import { coerce } from "../schema/coerce.ts";
import type { Validator } from "../schema/create-validator.ts";
import { readBody, type ReceivedBody } from "./read-body.ts";

/** The parts of a request that hold input. */
export interface InputSources {
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The query as `URL.search` returns it. */
  readonly search: string;
  /** The headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReceivedBody;
}

/**
 * Reads and validates the flat input of an operation, in the shape that the client accepts.
 *
 * @throws {HttpError} 422 with one error for each invalid field and each unknown query parameter.
 */
export async function readInput(
  contract: Contract,
  validate: Validator,
  operation: ContractOperation,
  sources: InputSources,
): Promise<Record<string, unknown>> {
  const { query: queryInputs = [] } = operation;
  const names = queryInputs.map((name) => wireNameOf(operation, name));
  const styled = parseStyledQuery(sources.search, operation);
  const dotted = parseDottedQuery(toDottedPairs(contract, operation, styled.rest, names), names);
  const problems = [...styled.problems, ...dotted.problems];
  if (problems.length > 0) {
    throw new HttpError(
      422,
      problems.map(({ name, reason }) => fieldError(name, reason)),
    );
  }
  const query = { ...dotted.parameters, ...styled.parameters };
  const errors: RequestError[] = [];
  const input: [string, unknown][] = [];
  for (const { name, required, schema } of operation.parameters) {
    const wireName = wireNameOf(operation, name);
    const value = parameterValue(operation, name, { ...sources, query });
    if (value !== undefined) {
      const coerced = coerce(contract, value, schema);
      input.push([name, coerced]);
      errors.push(...validate(coerced, schema, wireName));
    } else if (required) {
      errors.push(fieldError(wireName, "is required"));
    }
  }
  const unknown = Object.keys(query).filter((name) => !names.includes(name));
  errors.push(...unknown.map((name) => fieldError(name, "is not allowed")));
  const contentType = sources.headers["content-type"];
  const body = await readBody(contract, validate, operation, sources.body, contentType, errors);
  if (errors.length > 0) throw new HttpError(422, errors);
  return { ...bodyMembers(operation, body), ...Object.fromEntries(input) };
}

/**
 * Converts brackets, as in `pagination[count]=3`, and repeated names, as in `emails=a&emails=b` or `emails[]=a&emails[]=b`, to dots.
 *
 * Keeps brackets that are part of a parameter's name.
 */
function toDottedPairs(
  contract: Contract,
  operation: ContractOperation,
  query: URLSearchParams,
  names: readonly string[],
): [name: string, value: string][] {
  const lists = operation.parameters
    .filter(({ name, schema }) => operation.query?.includes(name) && isListOnly(contract, schema))
    .map(({ name }) => wireNameOf(operation, name));
  const lengths = new Map<string, number>();
  return Array.from(query, ([name, value]) => {
    const list = name.endsWith("[]") && !names.includes(name) ? name.slice(0, -2) : name;
    if (lists.includes(list)) {
      const index = lengths.get(list) ?? 0;
      lengths.set(list, index + 1);
      return [`${list}.${index}`, value];
    }
    return [names.includes(name) ? name : name.replaceAll("]", "").replaceAll("[", "."), value];
  });
}

/** Returns whether a parameter is always a list. A parameter that can also be text is ambiguous unless its items are numbered. */
function isListOnly(contract: Contract, schema: JsonSchema): boolean {
  const types = variantsOf(contract, schema).flatMap(typesOf);
  return types.includes("array") && types.every((type) => type === "array" || type === "null");
}

/** Returns the parameter value for an input name. */
function parameterValue(
  operation: ContractOperation,
  name: string,
  { pathParameters, query, headers }: Omit<InputSources, "search" | "body"> & { query: ParsedQuery["parameters"] },
): QueryValue | undefined {
  const { query: queryInputs = [], header: headerInputs = [] } = operation;
  const wireName = wireNameOf(operation, name);
  if (queryInputs.includes(name)) return ownMember(query, wireName);
  if (headerInputs.includes(name)) return headers[wireName.toLowerCase()];
  return ownMember(pathParameters, name);
}

function ownMember<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Converts a body to inputs. Replaces wire names with input names. */
function bodyMembers({ body, wireNames = {}, query = [], header = [] }: ContractOperation, value: unknown): object {
  if (value === undefined) return {};
  if (typeof body === "string") return { [body]: value };
  const inBody = Object.entries(wireNames).filter(([name]) => !query.includes(name) && !header.includes(name));
  const names = new Map(inBody.map(([name, wireName]) => [wireName, name]));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([wireName, member]) => [names.get(wireName) ?? wireName, member]),
  );
}
