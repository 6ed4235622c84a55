import type { ApiFailure } from "./api-failure.ts";
import { answerType } from "./media-type.ts";

/** What all answers to one request have in common. */
export interface ReplyContext {
  /** The `Accept` header of the request. */
  readonly accept: string | null;
  /** The server's time, in milliseconds. */
  readonly nowMs: number;
}

/** An answer as the API gives it: JSON of the media type asked for, with the server's date; no body when there is none. */
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
    headers: { date, "content-type": answerType(accept), ...headers },
  });
}

/** The answer that a failure stands for. */
export function replyWithFailure(context: ReplyContext, { status, errors, headers }: ApiFailure): Response {
  return reply(context, status, { errors }, headers);
}
