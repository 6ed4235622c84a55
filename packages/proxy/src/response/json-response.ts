import type { DataWithResponse, OperationDescriptor } from "@segment-iam/client";
import { contentMediaType } from "../media-type.ts";
import type { ProxiedCall } from "../proxied-call.ts";
import { textBodyOf } from "../upstream/limit-responses.ts";
import { fileResponse } from "./file-response.ts";

/** The parts of a response. */
interface ResponseParts {
  readonly status: number;
  /** The value of the JSON body; `undefined` for an empty body. */
  readonly body?: unknown;
  /** The JSON of `body`, if it is already serialized and does not contain the token. */
  readonly json?: Uint8Array<ArrayBuffer> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API's response headers that the proxy forwards. */
const FORWARDED_HEADERS = ["date", "x-ratelimit-consumed", "x-ratelimit-remaining", "x-ratelimit-reset"];

/** Creates a JSON response with `no-store` and the id of the request. Redacts the token in the body and headers. */
export function jsonResponse(
  { status, body, json, headers = {} }: ResponseParts,
  { requestId, redact }: ProxiedCall,
): Response {
  const all: Record<string, string> = { "cache-control": "no-store", "x-request-id": requestId };
  if (body !== undefined) all["content-type"] = "application/json";
  for (const [name, value] of Object.entries(headers)) all[name] = redact(value);
  return new Response(body === undefined ? null : (json ?? redact(JSON.stringify(body))), { status, headers: all });
}

/** Creates the response to a successful call, with the API's status, data, media type and rate-limit headers. */
export function dataResponse(
  { response, data }: DataWithResponse<unknown>,
  operation: OperationDescriptor,
  call: ProxiedCall,
): Response | Promise<Response> {
  const { status, headers: upstream } = response;
  const { unwrapped, noContent, parseAs } = operation;
  const headers: Record<string, string> = {};
  for (const name of FORWARDED_HEADERS) {
    const value = upstream.get(name);
    if (value !== null) headers[name] = value;
  }
  // A `Response` with one of these statuses cannot have a body.
  const isEmpty = data === undefined || status === 204 || status === 205;
  if (isEmpty || (noContent && data === null)) return jsonResponse({ status, headers }, call);
  if (parseAs) return fileResponse(response, data as string | Blob, headers, operation, call);
  const type = contentMediaType(upstream.get("content-type"));
  if (type !== undefined) headers["content-type"] = type;
  // The client has parsed the text, so its bytes are valid JSON and can be forwarded. With escapes, the text could hide the token.
  const { text = "", bytes } = textBodyOf(response) ?? {};
  const json = text.includes("\\") || call.redact(text) !== text ? undefined : bytes;
  return jsonResponse({ status, headers, body: unwrapped ? data : { data }, json }, call);
}
