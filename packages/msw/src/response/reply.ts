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

/** Returns the media type that an `Accept` header prefers (RFC 9110, 12.5.1); the default if it accepts none. */
function negotiate(accept: string | null): string {
  const ranges = (accept ?? "*/*").split(",").map((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    return { type, weight: weight === undefined ? 1 : Number(weight) };
  });
  const preferred = MEDIA_TYPES.flatMap((type) => {
    const matches = [type, "application/*", "*/*"].map((name) => ranges.find((range) => range.type === name));
    const precedence = matches.findIndex((range) => range !== undefined);
    const weight = matches[precedence]?.weight ?? 0;
    return weight > 0 ? [{ type, weight, precedence }] : [];
  }).toSorted((a, b) => b.weight - a.weight || a.precedence - b.precedence);
  return preferred[0]?.type ?? MEDIA_TYPES[0];
}
