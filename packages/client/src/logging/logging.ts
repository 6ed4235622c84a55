import type { Interceptor } from "../interceptor.ts";
import { toLine, toLogRecord, type LogRecord, type Outcome } from "./log-record.ts";

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
