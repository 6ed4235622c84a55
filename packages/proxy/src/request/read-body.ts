import { parseForm, type OperationDescriptor } from "@segment-iam/client";
import { cancelStream, readStream } from "../limits/read-stream.ts";
import { withTimeout } from "../limits/with-timeout.ts";
import { contentMediaType, isJson, isText } from "../media-type.ts";
import { badRequest, HttpError } from "../response/http-error.ts";
import { checkSimpleRequest } from "./csrf.ts";

/** The maximum nesting depth of JSON. The API's own bodies have about five levels, and the client accepts about 100. */
const MAX_DEPTH = 100;

/** The maximum number of fields in a form. Node.js 24 needs seconds to parse a URL-encoded form of 1 MiB with 500,000 fields. */
const MAX_FIELDS = 10_000;

/** Closes the connection after a cancelled body. A later request on the connection would get no response. */
const CLOSE = { connection: "close" };

type BodyBytes = Uint8Array<ArrayBuffer>;

/** The limits of a request body. */
export interface BodyLimits {
  readonly maxBodyBytes: number;
  readonly timeoutMs: number;
}

/**
 * Reads the body of a request as the operation describes it: JSON, the fields of a form, text, or a file.
 *
 * @returns `undefined` if the body is empty
 * @throws {HttpError} 400 for a malformed body, 403 for a form from another origin, 413 for a body over `maxBodyBytes`, 408 for one
 *   that does not arrive within `timeoutMs`, 415 for another media type.
 */
export async function readBody(request: Request, operation: OperationDescriptor, limits: BodyLimits): Promise<unknown> {
  const contentType = request.headers.get("content-type");
  // Required even for an empty body, because most media types require a CORS preflight from pages of another origin.
  const type = contentMediaType(contentType, operation.contentType);
  if (type === undefined) {
    const expected = operation.contentType ?? "one of the API's media types, such as application/json";
    throw new HttpError(415, "unsupported-media-type", `The Content-Type must be ${expected}`);
  }
  checkSimpleRequest(request, type);
  const bytes = await readBytes(request, limits);
  if (bytes.byteLength === 0) return undefined;
  if (isJson(operation.contentType)) return parseJson(decode(bytes));
  if (type === "multipart/form-data") return parseMultipart(bytes, contentType ?? "");
  if (type === "application/x-www-form-urlencoded") return parseUrlencoded(decode(bytes));
  return isText(type) ? decode(bytes) : new Blob([bytes], { type });
}

/** Reads the body. Stops when it exceeds the limit, regardless of `content-length`. */
async function readBytes(request: Request, { maxBodyBytes, timeoutMs }: BodyLimits): Promise<BodyBytes> {
  // Checked before `body` is accessed. Node.js discards a body without a reader, and then reuses the connection.
  if (Number(request.headers.get("content-length")) > maxBodyBytes) throw tooLarge(maxBodyBytes);
  const { body } = request;
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  try {
    const bytes = await withTimeout(readStream(reader, maxBodyBytes), timeoutMs, bodyTimeout);
    if (bytes) return bytes;
  } catch (error) {
    cancelStream(reader);
    // The connection broke, or the caller sent a malformed chunk.
    throw error instanceof HttpError ? error : badRequest("The body could not be read");
  }
  cancelStream(reader);
  throw tooLarge(maxBodyBytes, CLOSE);
}

function decode(bytes: BodyBytes): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badRequest("The body is not UTF-8");
  }
}

function parseJson(text: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest("The body is not JSON");
  }
  // With a deeper body, recursive code in `authorize` could overflow the stack.
  if (isDeeperThan(MAX_DEPTH, body)) throw badRequest(`The body has more than ${MAX_DEPTH} levels`);
  return body;
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}

/** Reads the fields of a multipart form. A part with a file name stays a file, so that it is sent unchanged. */
async function parseMultipart(bytes: BodyBytes, contentType: string): Promise<object> {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  } catch {
    throw badRequest("The body is not a multipart form");
  }
  const fields = [...form];
  if (fields.length > MAX_FIELDS) throw tooManyFields();
  const members = new Map<string, unknown>();
  for (const [name, value] of fields) {
    const earlier = members.get(name);
    if (Array.isArray(earlier)) earlier.push(value);
    else members.set(name, earlier === undefined ? value : [earlier, value]);
  }
  return Object.fromEntries(members);
}

function parseUrlencoded(text: string): object {
  if (text.split("&", MAX_FIELDS + 1).length > MAX_FIELDS) throw tooManyFields();
  const { parameters, problems } = parseForm(new URLSearchParams(text));
  const [problem] = problems;
  if (problem) throw badRequest(`The field ${JSON.stringify(problem.name)} ${problem.reason}`);
  return parameters;
}

function tooManyFields(): HttpError {
  return badRequest(`The form has more than ${MAX_FIELDS} fields`);
}

function bodyTimeout(): HttpError {
  return new HttpError(408, "request-timeout", "The body did not arrive in time", CLOSE);
}

function tooLarge(maxBytes: number, headers?: Readonly<Record<string, string>>): HttpError {
  return new HttpError(413, "payload-too-large", `The body exceeds the limit of ${maxBytes} bytes`, headers);
}
