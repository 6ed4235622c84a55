import { ApiError } from "../errors/api-error.ts";
import { codeOf } from "../errors/sanitize-cause.ts";
import type { Exchange } from "../interceptor.ts";

/** What is known of an attempt or a call once it is over. Nothing here tells of whom it was about. */
export interface LogRecord {
  /** The id of the operation; for a raw call its method and path template. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path template, such as `/users/{userId}`. */
  readonly path: string;
  /** How often the call was sent by then: which attempt this was inside `retry`, how many there were outside of it. */
  readonly attempts: number;
  /** How long it took, in milliseconds, with all waiting of the layers further in. */
  readonly durationMs: number;
  /** The HTTP status; absent when there was no complete response. */
  readonly status?: number;
  /** How long the server asked to wait, in milliseconds, a margin included. */
  readonly retryAfterMs?: number;
  /** The name of the error: `ApiError` for an answer that is not a success, else what was thrown. */
  readonly error?: string;
  /** Why there was no response, such as `ECONNREFUSED`, where that is known. */
  readonly code?: string;
  /** `true` when the caller gave up. */
  readonly aborted?: true;
  /** The whole address, where `url: true` asked for it. */
  readonly url?: string;
}

/** How an exchange ended. */
export type Outcome = { readonly response: Response } | { readonly thrown: unknown };

/** Tells an exchange and its end as plain data, without headers, bodies, messages or values of the path and the query. */
export async function toLogRecord(
  { operation, call, signal }: Exchange,
  outcome: Outcome,
  durationMs: number,
): Promise<LogRecord> {
  const { id, method, path } = operation;
  const known = { operation: id, method, path, attempts: call.attempts, durationMs };
  if ("thrown" in outcome) {
    const { thrown } = outcome;
    const code = codeOf(thrown);
    return { ...known, error: nameOf(thrown), ...(code && { code }), ...(signal?.aborted && { aborted: true }) };
  }
  const { status, ok } = outcome.response;
  if (ok) return { ...known, status };
  const { name, retryAfterMs } = await ApiError.from(outcome.response, id, call.attempts);
  return { ...known, status, error: name, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** The same in one line, for people. */
export function toLine(record: LogRecord): string {
  const { operation, status, error, code, aborted, durationMs, attempts, retryAfterMs, url } = record;
  const result =
    status === undefined
      ? `${aborted ? "was aborted" : "failed"} with ${error}${code ? ` (${code})` : ""}`
      : `answered ${status}`;
  const resent = attempts > 1 ? `, sent ${attempts} times` : "";
  const advice = retryAfterMs === undefined ? "" : `, may be sent again in ${retryAfterMs} ms`;
  return `${operation} ${result} in ${durationMs} ms${resent}${advice}${url === undefined ? "" : `: ${url}`}`;
}

/** Only a name that looks like a class: an abort's reason may be anything. */
function nameOf(thrown: unknown): string {
  const { name } = Object(thrown);
  return typeof name === "string" && /^[\w$]{1,60}$/.test(name) ? name : typeof thrown;
}
