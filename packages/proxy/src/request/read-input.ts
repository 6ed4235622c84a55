import { parseDottedQuery, wireNameOf, type OperationDescriptor, type OperationMatch } from "@segment-iam/client";
import { badRequest, HttpError } from "../http-error.ts";
import type { ProxyInput } from "../iam-proxy-options.ts";
import { contentMediaType } from "../media-type.ts";

/**
 * Reads the flat input of an operation from a request. Apart from it, only a media type from `Accept` is sent upstream.
 *
 * @throws {HttpError} 400 for unknown or malformed input, 413 for a body over `maxBodyBytes`, 415 for another media type.
 */
export async function readInput(
  request: Request,
  { operation, pathParameters }: OperationMatch,
  maxBodyBytes: number,
): Promise<ProxyInput> {
  const parameters = {
    ...readQuery(new URL(request.url).searchParams, operation),
    ...readHeaders(request.headers, operation),
    ...pathParameters,
  };
  if (operation.body === undefined) return parameters;
  const body = await readJson(request, operation, maxBodyBytes);
  if (typeof operation.body === "string") return { ...parameters, [operation.body]: body };
  return { ...readMembers(operation, body, Object.keys(pathParameters)), ...parameters };
}

/** Reads the query parameters. Rejects unknown parameters and a missing `bulkField`. */
function readQuery(query: URLSearchParams, operation: OperationDescriptor): ProxyInput {
  const { query: inputs = [], bulkField = "" } = operation;
  const names = inputs.map((name) => wireNameOf(operation, name));
  const { parameters, problems } = parseDottedQuery(query, names);
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
  const present = inputs.filter((name) => Object.hasOwn(parameters, wireNameOf(operation, name)));
  return Object.fromEntries(present.map((name) => [name, parameters[wireNameOf(operation, name)]]));
}

/** Reads the header parameters of the operation. */
function readHeaders(headers: Headers, operation: OperationDescriptor): ProxyInput {
  const names = operation.header ?? [];
  const entries = names.map((name): [string, string | null] => [name, headers.get(wireNameOf(operation, name))]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** Parses the body; `undefined` if it is empty. */
async function readJson(request: Request, { contentType }: OperationDescriptor, maxBytes: number): Promise<unknown> {
  // Checked even if the body is empty: a page of another origin cannot send these media types without a CORS preflight.
  if (contentMediaType(request.headers.get("content-type"), contentType) === undefined) {
    throw new HttpError(
      415,
      "unsupported-media-type",
      "The Content-Type must be one of the API's media types, such as application/json",
    );
  }
  const text = await readText(request, maxBytes);
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    throw badRequest("The body is not JSON");
  }
}

/** Reads the body as UTF-8. Stops when it exceeds the limit, regardless of `content-length`. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    text += decode(decoder, read.value);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw badRequest("The body is not UTF-8");
  }
}

function tooLarge(maxBytes: number): HttpError {
  return new HttpError(413, "payload-too-large", `The body exceeds the limit of ${maxBytes} bytes`);
}

/** Returns the members of a body by input. Rejects a member with the name of another input, because the flat input cannot hold both. */
function readMembers(operation: OperationDescriptor, body: unknown, path: readonly string[]): ProxyInput {
  if (body === undefined) return {};
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("The body must be a JSON object");
  const { query = [], header = [], wireNames = {} } = operation;
  const parameters = [...path, ...query, ...header];
  const renamed = Object.entries(wireNames).filter(([name]) => !parameters.includes(name));
  const names = new Map(renamed.map(([name, wireName]) => [wireName, name]));
  const members = Object.entries(body).map(([wireName, value]): [string, unknown] => {
    const name = names.get(wireName) ?? wireName;
    if (parameters.includes(name)) throw badRequest(`${name} is a parameter and must not be in the body`);
    if (name === wireName && Object.hasOwn(wireNames, name))
      throw badRequest(`${name} must have the name ${wireNames[name]} in the body`);
    return [name, value];
  });
  return Object.fromEntries(members);
}
