import { ApiError } from "./errors/response-errors.ts";
import { codeOf } from "./errors/transport-errors.ts";
import type { Interceptor, RequestContext } from "./interceptor.ts";

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

/** The severity of a log line. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** A logger: `console`, winston, pino and most others have these methods. */
export type Logger = { readonly [Level in LogLevel]: (...line: unknown[]) => void };

/** Options of `logging`. */
export interface LoggingOptions {
  /** Receives the lines. @default the global `console` */
  readonly logger?: Logger | undefined;
  /**
   * Returns the severity of a record; `undefined` omits the record.
   * @default "info" for a success and an abort, "warn" for a response that is not a success, "error" without a response
   */
  readonly level?: ((record: LogRecord) => LogLevel | undefined) | undefined;
  /**
   * Returns the arguments for the logger.
   * @default (record, line) => [line, record]
   * @example
   * logging({ logger: pino(), format: (record, line) => [record, line] });
   */
  readonly format?: ((record: LogRecord, line: string) => readonly unknown[]) | undefined;
  /** Logs the URL too. Its path and query contain ids and email addresses. @default false */
  readonly url?: boolean | undefined;
  /** Returns the current time in milliseconds. Only differences are used. @default performance.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Creates an interceptor that logs one line for each attempt if it is placed after `retry`. Placed before, it logs one line for each call.
 *
 * It never logs headers, bodies, tokens or error messages. It logs values from the path and query only with `url: true`. A logger that
 * throws or rejects does not affect the call.
 *
 * @example
 * createIamClient({ token, interceptors: [retry(), logging()] });
 */
export function logging(options: LoggingOptions = {}): Interceptor {
  const { level = defaultLevel, format = (record, line) => [line, record], url = false } = options;
  const now = options.now ?? (() => performance.now());
  return (next) => async (context) => {
    const startMs = now();
    const log = async (outcome: Outcome) => {
      try {
        const durationMs = Math.round(now() - startMs);
        const record = await toLogRecord(context, outcome, durationMs);
        const shown = url ? { ...record, url: context.url } : record;
        const severity = level(shown);
        if (!severity) return;
        const logged: unknown = (options.logger ?? console)[severity](...format(shown, toLine(shown)));
        // An asynchronous logger must neither delay nor fail the call.
        Promise.resolve(logged).catch(() => {});
      } catch {
        // A failing logger must not fail the call.
      }
    };
    let response: Response;
    try {
      response = await next(context);
    } catch (thrown) {
      await log({ thrown });
      throw thrown;
    }
    await log({ response });
    return response;
  };
}

function defaultLevel({ status, error, aborted }: LogRecord): LogLevel {
  if (error === undefined || aborted) return "info";
  return status === undefined ? "error" : "warn";
}

/** The result of a request. */
type Outcome = { readonly response: Response } | { readonly thrown: unknown };

/** Creates a record. It contains no headers, bodies or messages, and no values from the path or query. */
async function toLogRecord(
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
function toLine(record: LogRecord): string {
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
