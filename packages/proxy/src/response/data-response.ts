import type { DataWithResponse, OperationDescriptor } from "@segment-iam/client";
import { contentMediaType, matchesMediaType } from "../media-type.ts";
import type { ProxiedCall } from "../proxied-call.ts";
import { textBodyOf } from "../upstream/limit-responses.ts";
import { HttpError } from "./http-error.ts";
import { jsonResponse } from "./json-response.ts";

/** The API's response headers that the proxy forwards. */
const FORWARDED_HEADERS = ["date", "x-ratelimit-consumed", "x-ratelimit-remaining", "x-ratelimit-reset"];

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

/**
 * Headers of text and files. Without them, HTML or SVG from the API could run scripts in the proxy's origin when a user opens the URL.
 */
const SAFE_HEADERS = {
  "cache-control": "no-store",
  "content-disposition": "attachment",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
};

/**
 * Creates a response with text or a file. Redacts the token in text and headers.
 *
 * @throws {HttpError} 502 for a file that contains the token, because redaction would corrupt the file.
 */
async function fileResponse(
  { status, headers: upstream }: Response,
  content: string | Blob,
  headers: Readonly<Record<string, string>>,
  { accept }: OperationDescriptor,
  { requestId, redact }: ProxiedCall,
): Promise<Response> {
  const upstreamType = upstream.get("content-type") ?? "";
  const fallback = typeof content === "string" ? "text/plain;charset=utf-8" : "application/octet-stream";
  const type = accept !== undefined && matchesMediaType(upstreamType, accept) ? upstreamType : fallback;
  if (typeof content !== "string") {
    const text = new TextDecoder("latin1").decode(await content.arrayBuffer());
    if (redact(text) !== text) throw new HttpError(502, "bad-gateway", "The API's response contains the token");
  }
  const body = typeof content === "string" ? redact(content) : content;
  const all: Record<string, string> = { ...SAFE_HEADERS, "x-request-id": requestId };
  for (const [name, value] of Object.entries({ ...headers, "content-type": type })) all[name] = redact(value);
  return new Response(body, { status, headers: all });
}
