import type { HttpError } from "./http-error.ts";

/** The context of a response. */
export interface ReplyContext {
  /** The `Accept` header of the request. */
  readonly accept: string | null;
  /** The server's time, in milliseconds. */
  readonly nowMs: number;
}

/** The API's media types, default first. */
const MEDIA_TYPES = [
  "application/vnd.segment.v1+json",
  "application/vnd.segment.v1beta+json",
  "application/vnd.segment.v1alpha+json",
  "application/json",
] as const;

/** Creates a JSON response with the server's `Date`. The response is empty if `body` is `undefined`. */
export function reply(
  { accept, nowMs }: ReplyContext,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Response {
  const date = new Date(nowMs).toUTCString();
  if (body === undefined) return new Response(null, { status, headers: { date, ...headers } });
  return new Response(JSON.stringify(body), {
    status,
    headers: { date, "content-type": negotiate(accept), ...headers },
  });
}

/** The media types of samples, for operations that accept a range of types. */
const SAMPLE_TYPES: Readonly<Record<string, string>> = {
  "text/*": "text/plain",
  "image/*": "image/png",
  "audio/*": "audio/mpeg",
  "video/*": "video/mp4",
};

/** Creates a response with text or a file. The type of a `Blob` takes precedence over the type that the operation accepts. */
export function replyWithFile(
  { nowMs }: ReplyContext,
  status: number,
  body: unknown,
  accept = "*/*",
  headers: Readonly<Record<string, string>>,
): Response {
  const date = new Date(nowMs).toUTCString();
  const declared = accept.includes("*") ? (SAMPLE_TYPES[accept] ?? "application/octet-stream") : accept;
  const content = body instanceof Blob ? body : String(body);
  const type = (body instanceof Blob && body.type) || declared;
  return new Response(content, { status, headers: { date, "content-type": type, ...headers } });
}

/** Creates the response for an error. */
export function replyWithError(context: ReplyContext, { status, errors, headers }: HttpError): Response {
  return reply(context, status, { errors }, headers);
}

/** Returns the first supported media type in an `Accept` header. Ignores weights. */
function negotiate(accept: string | null): string {
  const accepted = (accept ?? "").split(",").map((range) => range.split(";", 1).join("").trim().toLowerCase());
  return accepted.find((type) => MEDIA_TYPES.some((known) => known === type)) ?? MEDIA_TYPES[0];
}
