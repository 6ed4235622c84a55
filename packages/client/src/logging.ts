export { logging, type LoggingOptions } from "./logging/logging.ts";
export type { LogLevel, Logger } from "./logging/logger.ts";
export type { LogRecord } from "./logging/log-record.ts";
