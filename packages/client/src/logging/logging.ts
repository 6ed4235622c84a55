import type { Interceptor } from "../interceptor.ts";
import { toLine, toLogRecord, type LogRecord, type Outcome } from "./log-record.ts";

/** The severity of a log line. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** A logger: `console`, winston, pino and most others have these methods. */
export type Logger = { readonly [Level in LogLevel]: (...line: unknown[]) => void };

/** Where and how calls are logged. */
export interface LoggingOptions {
  /** Takes the lines. @default the global `console` */
  readonly logger?: Logger | undefined;
  /**
   * How loud a record is; `undefined` leaves it out.
   * @default "info" for a success and an abort, "warn" for an answer that is not a success, "error" for no answer
   */
  readonly level?: ((record: LogRecord) => LogLevel | undefined) | undefined;
  /**
   * What the logger is given.
   * @default (record, line) => [line, record]
   * @example
   * logging({ logger: pino(), format: (record, line) => [record, line] });
   */
  readonly format?: ((record: LogRecord, line: string) => readonly unknown[]) | undefined;
  /** Logs the address too. Its path and query have ids and e-mail addresses. @default false */
  readonly url?: boolean | undefined;
  /** The time, in milliseconds from any start. @default performance.now */
  readonly now?: (() => number) | undefined;
}

/**
 * An interceptor that logs one line for all that passes it: each attempt when it stands after `retry`, each call when it stands before.
 *
 * Never logged: headers, bodies, tokens, messages of errors, and, unless `url` is set, the values in path and query. A logger that
 * throws or rejects does not disturb the call.
 *
 * @example
 * createIamClient({ token, interceptors: [retry(), logging()] });
 */
export function logging(options: LoggingOptions = {}): Interceptor {
  const { level = defaultLevel, format = (record, line) => [line, record], url = false } = options;
  const now = options.now ?? (() => performance.now());
  return (next) => async (exchange) => {
    const startMs = now();
    const log = async (outcome: Outcome) => {
      try {
        const durationMs = Math.round(now() - startMs);
        const record = await toLogRecord(exchange, outcome, durationMs);
        const told = url ? { ...record, url: exchange.url } : record;
        const loudness = level(told);
        if (!loudness) return;
        const logged: unknown = (options.logger ?? console)[loudness](...format(told, toLine(told)));
        // Nobody waits for a logger that takes its time, nor hears of its failure.
        Promise.resolve(logged).catch(() => {});
      } catch {
        // A broken logger is not the caller's concern.
      }
    };
    let response: Response;
    try {
      response = await next(exchange);
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
