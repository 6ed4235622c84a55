import { ApiError } from "../errors/api-error.ts";
import { codeOf } from "../errors/sanitize-cause.ts";
import type { RequestContext } from "../interceptor.ts";

/** An attempt or a call that has ended, as plain data. It contains no personal data, except in `url`. */
export interface LogRecord {
  /** The id of the operation. The id of a raw call is its method and path template. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path template, such as `/users/{userId}`. */
  readonly path: string;
  /** How many times the request has been sent: the number of the attempt if `logging` is placed after `retry`, or else the total. */
  readonly attempts: number;
  /** The duration, in milliseconds, including the waits of inner interceptors. */
  readonly durationMs: number;
  /** The HTTP status; omitted when there was no complete response. */
  readonly status?: number;
  /** The delay that the server requested, in milliseconds, including a safety margin. */
  readonly retryAfterMs?: number;
  /** The name of the error, or the type of another thrown value. `ApiError` for a response that is not a success. */
  readonly error?: string;
  /** Why there was no response, such as `ECONNREFUSED`, if known. */
  readonly code?: string;
  /** `true` when the caller aborted the call. */
  readonly aborted?: true;
  /** The whole URL; omitted without the option `url: true`. */
  readonly url?: string;
}

/** The result of a request. */
export type Outcome = { readonly response: Response } | { readonly thrown: unknown };

/** Creates a record. It contains no headers, bodies or messages, and no values from the path or query. */
export async function toLogRecord(
  { operation, call, signal }: RequestContext,
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

/** Formats a record as one line. */
export function toLine(record: LogRecord): string {
  const { operation, status, error, code, aborted, durationMs, attempts, retryAfterMs, url } = record;
  const result =
    status === undefined
      ? `${aborted ? "was aborted with a reason of type" : "failed with"} ${error}${code ? ` (${code})` : ""}`
      : `returned status ${status}`;
  const repeated = attempts > 1 ? `, ${attempts} attempts` : "";
  const advice = retryAfterMs === undefined ? "" : `, retry after ${retryAfterMs} ms`;
  return `${operation} ${result} in ${durationMs} ms${repeated}${advice}${url === undefined ? "" : `: ${url}`}`;
}

/** Returns the name of a thrown value if it looks like a class name, or else its type. The reason of an abort may be any value. */
function nameOf(thrown: unknown): string {
  const { name } = Object(thrown);
  return typeof name === "string" && /^[\w$]{1,60}$/.test(name) ? name : typeof thrown;
}
