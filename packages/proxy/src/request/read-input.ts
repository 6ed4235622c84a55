import { parseDottedQuery, parseStyledQuery, type OperationDescriptor, type OperationMatch } from "@segment-iam/client";
import { badRequest } from "../http-error.ts";
import type { ProxyInput } from "../iam-proxy-options.ts";
import { readBody } from "./read-body.ts";

/**
 * Reads the flat input of an operation from a request. Apart from it, only a media type from `Accept` is sent upstream.
 *
 * @throws {HttpError} 400 for unknown or malformed input, 403 for a form from another origin, 413 for a body over `maxBodyBytes`, 415 for another media type.
 */
export async function readInput(
  request: Request,
  { operation, pathParameters }: OperationMatch,
  maxBodyBytes: number,
): Promise<ProxyInput> {
  const parameters = {
    ...readQuery(new URL(request.url).search, operation),
    ...readHeaders(request.headers, operation.header ?? []),
    ...pathParameters,
  };
  if (operation.body === undefined) return parameters;
  const body = await readBody(request, operation, maxBodyBytes);
  if (operation.body === "body") return { ...parameters, body };
  return { ...readMembers(operation, body, Object.keys(pathParameters)), ...parameters };
}

/** Reads the query parameters. Rejects unknown parameters and a missing `bulkField`. */
function readQuery(search: string, operation: OperationDescriptor): ProxyInput {
  const { query: names = [], bulkField } = operation;
  const styled = parseStyledQuery(search, operation);
  const dotted = parseDottedQuery(styled.rest, names);
  const parameters = { ...dotted.parameters, ...styled.parameters };
  const problems = [...dotted.problems, ...styled.problems];
  const unknown = Object.keys(parameters).find((name) => !names.includes(name));
  const [problem] = unknown === undefined ? problems : [{ name: unknown, reason: "is not an input of this operation" }];
  if (problem) throw badRequest(`The query parameter ${JSON.stringify(problem.name)} ${problem.reason}`);
  if (bulkField !== undefined && names.includes(bulkField) && !Array.isArray(parameters[bulkField]))
    throw badRequest(
      bulkField in parameters
        ? `${bulkField} must be an array; send its first item as ${bulkField}.0`
        : `${bulkField} is missing; send at least ${bulkField}.0`,
    );
  return parameters;
}

/** Reads the header parameters of the operation. */
function readHeaders(headers: Headers, names: readonly string[]): ProxyInput {
  const entries = names.map((name): [string, string | null] => [name, headers.get(name)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** Returns the members of a body. Rejects a member with the name of a parameter, because the flat input cannot hold both. */
function readMembers(operation: OperationDescriptor, body: unknown, path: readonly string[]): ProxyInput {
  if (body === undefined) return {};
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw badRequest("The body must be an object");
  const members: ProxyInput = { ...body };
  const misplaced = [...path, ...(operation.query ?? []), ...(operation.header ?? [])].find((name) =>
    Object.hasOwn(members, name),
  );
  if (misplaced !== undefined) throw badRequest(`${misplaced} is a parameter and must not be in the body`);
  return members;
}
