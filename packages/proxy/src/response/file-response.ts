import type { OperationDescriptor } from "@segment-iam/client";
import { HttpError } from "../http-error.ts";
import { matchesMediaType } from "../media-type.ts";
import type { ProxiedCall } from "../proxied-call.ts";

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
 * Creates a response with text or a file. Redacts the token in text.
 *
 * @throws {HttpError} 502 for a file that contains the token, because redaction would corrupt the file.
 */
export async function fileResponse(
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
  const all = { ...SAFE_HEADERS, "x-request-id": requestId, ...headers, "content-type": redact(type) };
  return new Response(body, { status, headers: all });
}
