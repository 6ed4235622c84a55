import type { OperationDescriptor } from "@segment-iam/client";
import { contentMediaType } from "../media-type.ts";
import { fileResponse } from "./file-response.ts";
import type { Redact } from "./redact-token.ts";

/** The parts of a response. */
interface ResponseParts {
  readonly status: number;
  /** The value of the JSON body; `undefined` for an empty body. */
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The API's response headers that the proxy forwards. */
const FORWARDED_HEADERS = ["date", "x-ratelimit-consumed", "x-ratelimit-remaining", "x-ratelimit-reset"];

/** Creates a JSON response with `no-store`. Redacts the token in the body and headers. */
export function jsonResponse({ status, body, headers }: ResponseParts, redact: Redact): Response {
  const all = {
    "cache-control": "no-store",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...headers,
  };
  const redacted = Object.entries(all).map(([name, value]): [string, string] => [name, redact(value)]);
  return new Response(body === undefined ? null : redact(JSON.stringify(body)), { status, headers: redacted });
}

/** Creates the response to a successful call, with the API's status, data, media type and rate-limit headers. */
export function dataResponse(
  response: Response,
  data: unknown,
  operation: OperationDescriptor,
  redact: Redact,
): Response | Promise<Response> {
  const { status, headers: upstream } = response;
  const { unwrapped, noContent, parseAs } = operation;
  const headers: Record<string, string> = {};
  for (const name of FORWARDED_HEADERS) {
    const value = upstream.get(name);
    if (value !== null) headers[name] = value;
  }
  if (data === undefined || (noContent && data === null)) return jsonResponse({ status, headers }, redact);
  if (parseAs) return fileResponse(response, data as string | Blob, headers, operation, redact);
  const type = contentMediaType(upstream.get("content-type"));
  if (type !== undefined) headers["content-type"] = type;
  return jsonResponse({ status, headers, body: unwrapped ? data : { data } }, redact);
}
