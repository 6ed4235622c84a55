import { parseDottedQuery, type OperationDescriptor, type OperationMatch } from "@segment-iam/client";
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
    ...readHeaders(request.headers, operation.header ?? []),
    ...pathParameters,
  };
  if (operation.body === undefined) return parameters;
  const body = await readJson(request, operation, maxBodyBytes);
  if (operation.body === "body") return { ...parameters, body };
  return { ...readMembers(operation, body, Object.keys(pathParameters)), ...parameters };
}

/** Reads the query parameters. Rejects unknown parameters and a missing `bulkField`. */
function readQuery(query: URLSearchParams, { query: names = [], bulkField }: OperationDescriptor): ProxyInput {
  const { parameters, problems } = parseDottedQuery(query, names);
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

/** Returns the members of a body. Rejects a member with the name of a parameter, because the flat input cannot hold both. */
function readMembers(operation: OperationDescriptor, body: unknown, path: readonly string[]): ProxyInput {
  if (body === undefined) return {};
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("The body must be a JSON object");
  const members: ProxyInput = { ...body };
  const misplaced = [...path, ...(operation.query ?? []), ...(operation.header ?? [])].find((name) =>
    Object.hasOwn(members, name),
  );
  if (misplaced !== undefined) throw badRequest(`${misplaced} is a parameter and must not be in the body`);
  return members;
}
