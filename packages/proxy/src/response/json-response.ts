import type { OperationDescriptor } from "@segment-iam/client";
import { contentMediaType } from "../media-type.ts";

/** Replaces the token in text. */
export type Redact = (text: string) => string;

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
  { status, headers: upstream }: Response,
  data: unknown,
  { unwrapped, noContent }: OperationDescriptor,
  redact: Redact,
): Response {
  const headers: Record<string, string> = {};
  for (const name of FORWARDED_HEADERS) {
    const value = upstream.get(name);
    if (value !== null) headers[name] = value;
  }
  if (data === undefined || (noContent && data === null)) return jsonResponse({ status, headers }, redact);
  const type = contentMediaType(upstream.get("content-type"));
  if (type !== undefined) headers["content-type"] = type;
  return jsonResponse({ status, headers, body: unwrapped ? data : { data } }, redact);
}
