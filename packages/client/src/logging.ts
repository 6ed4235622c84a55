export { logging, type Logger, type LoggingOptions, type LogLevel } from "./logging/logging.ts";
export type { LogRecord } from "./logging/log-record.ts";
