import {
  parseDottedQuery,
  parseStyledQuery,
  wireNameOf,
  type OperationDescriptor,
  type OperationMatch,
} from "@segment-iam/client";
import type { ProxyInput } from "../proxied-call.ts";
import { badRequest } from "../response/http-error.ts";
import { checkSimpleRequest } from "./csrf.ts";
import { readBody, type BodyLimits } from "./read-body.ts";

/**
 * Reads the flat input of an operation from a request. The upstream request contains only this input and a media type from `Accept`.
 *
 * @throws {HttpError} 400 for unknown or malformed input, 403 for a POST without a body from another origin, and the errors of `readBody`.
 */
export async function readInput(
  request: Request,
  search: string,
  { operation, pathParameters }: OperationMatch,
  limits: BodyLimits,
): Promise<ProxyInput> {
  const parameters = {
    ...readQuery(search, operation),
    ...readHeaders(request.headers, operation),
    ...pathParameters,
  };
  if (operation.body === undefined) {
    if (operation.method === "POST") checkSimpleRequest(request);
    return parameters;
  }
  const body = await readBody(request, operation, limits);
  if (typeof operation.body === "string") return { ...parameters, [operation.body]: body };
  return { ...readMembers(operation, body, Object.keys(pathParameters)), ...parameters };
}

/** Reads the query parameters. Rejects unknown parameters and a missing `bulkField`. */
function readQuery(search: string, operation: OperationDescriptor): ProxyInput {
  const { query: inputs = [], bulkField = "" } = operation;
  if (search === "" && !inputs.includes(bulkField)) return {};
  const names = inputs.map((name) => wireNameOf(operation, name));
  const styled = operation.queryStyles && parseStyledQuery(search, operation);
  const dotted = parseDottedQuery(styled?.rest ?? new URLSearchParams(search), names);
  const parameters = styled ? { ...dotted.parameters, ...styled.parameters } : dotted.parameters;
  const problems = styled ? [...dotted.problems, ...styled.problems] : dotted.problems;
  const unknown = Object.keys(parameters).find((name) => !names.includes(name));
  const [problem] = unknown === undefined ? problems : [{ name: unknown, reason: "is not an input of this operation" }];
  if (problem) throw badRequest(`The query parameter ${JSON.stringify(problem.name)} ${problem.reason}`);
  const field = wireNameOf(operation, bulkField);
  if (inputs.includes(bulkField) && !Array.isArray(parameters[field]))
    throw badRequest(
      field in parameters
        ? `${field} must be an array; send its first item as ${field}.0`
        : `${field} is missing; send at least ${field}.0`,
    );
  for (const name of names) checkItems(name, parameters[name], name === field);
  const present = inputs.filter((name) => Object.hasOwn(parameters, wireNameOf(operation, name)));
  return Object.fromEntries(present.map((name) => [name, parameters[wireNameOf(operation, name)]]));
}

/** Checks the items of a list. An item of `bulkField` is text, such as an id. @throws {HttpError} 400 for an empty or nested item. */
function checkItems(name: string, value: unknown, isBulk: boolean): void {
  if (!Array.isArray(value)) return;
  const index = value.findIndex((item) => item === "" || (isBulk && typeof item !== "string"));
  if (index >= 0) throw badRequest(`${name}.${index} must be non-empty text`);
}

/** Reads the header parameters of the operation. */
function readHeaders(headers: Headers, operation: OperationDescriptor): ProxyInput {
  const names = operation.header ?? [];
  const entries = names.map((name): [string, string | null] => [name, headers.get(wireNameOf(operation, name))]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** Converts wire names in a body to input names. Rejects a member with the name of a parameter, because the flat input cannot hold both. */
function readMembers(operation: OperationDescriptor, body: unknown, path: readonly string[]): ProxyInput {
  if (body === undefined) return {};
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw badRequest("The body must be an object");
  const { query = [], header = [], wireNames = {} } = operation;
  const parameters = [...path, ...query, ...header];
  const renamed = Object.entries(wireNames).filter(([name]) => !parameters.includes(name));
  const names = new Map(renamed.map(([name, wireName]) => [wireName, name]));
  const members = Object.entries(body).map(([wireName, value]): [string, unknown] => {
    const name = names.get(wireName) ?? wireName;
    if (parameters.includes(name)) throw badRequest(`${name} is a parameter and must not be in the body`);
    if (name === wireName && Object.hasOwn(wireNames, name))
      throw badRequest(`${name} must be sent as ${wireNames[name]} in the body`);
    return [name, value];
  });
  return Object.fromEntries(members);
}
