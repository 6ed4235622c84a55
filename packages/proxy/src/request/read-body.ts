import { parseForm, type OperationDescriptor } from "@segment-iam/client";
import { badRequest, HttpError } from "../http-error.ts";
import { contentMediaType, isJson, isText } from "../media-type.ts";
import { checkFormOrigin } from "./csrf.ts";

/**
 * Reads the body of a request as the operation describes it: JSON, the fields of a form, text, or a file.
 *
 * @returns `undefined` if the body is empty
 * @throws {HttpError} 400 for a malformed body, 403 for a form from another origin, 413 for a body over `maxBytes`, 415 for another
 *   media type.
 */
export async function readBody(request: Request, operation: OperationDescriptor, maxBytes: number): Promise<unknown> {
  const contentType = request.headers.get("content-type");
  // Also checks an empty body, because pages cannot send most media types to another origin without a CORS preflight.
  const type = contentMediaType(contentType, operation.contentType);
  if (type === undefined) {
    const expected = operation.contentType ?? "one of the API's media types, such as application/json";
    throw new HttpError(415, "unsupported-media-type", `The Content-Type must be ${expected}`);
  }
  checkFormOrigin(request, type);
  const bytes = await readBytes(request, maxBytes);
  if (bytes.byteLength === 0) return undefined;
  if (isJson(operation.contentType)) return parseJson(decode(bytes));
  if (type === "multipart/form-data") return parseMultipart(bytes, contentType ?? "");
  if (type === "application/x-www-form-urlencoded") return parseUrlencoded(decode(bytes));
  return isText(type) ? decode(bytes) : new Blob([bytes], { type });
}

/** Reads the body. Stops when it exceeds the limit, regardless of `content-length`. */
async function readBytes(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(read.value);
  }
  return new Blob(chunks).arrayBuffer();
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badRequest("The body is not UTF-8");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("The body is not JSON");
  }
}

/** Reads the fields of a multipart form. A part with a file name stays a file, so that it is sent unchanged. */
async function parseMultipart(bytes: ArrayBuffer, contentType: string): Promise<object> {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  } catch {
    throw badRequest("The body is not a multipart form");
  }
  const members = new Map<string, unknown>();
  for (const [name, value] of form) {
    const earlier = members.get(name);
    if (Array.isArray(earlier)) earlier.push(value);
    else members.set(name, earlier === undefined ? value : [earlier, value]);
  }
  return Object.fromEntries(members);
}

function parseUrlencoded(text: string): object {
  const { parameters, problems } = parseForm(new URLSearchParams(text));
  const [problem] = problems;
  if (problem) throw badRequest(`The field ${JSON.stringify(problem.name)} ${problem.reason}`);
  return parameters;
}

function tooLarge(maxBytes: number): HttpError {
  return new HttpError(413, "payload-too-large", `The body exceeds the limit of ${maxBytes} bytes`);
}
