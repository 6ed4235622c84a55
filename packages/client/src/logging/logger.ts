/** How loud a line is. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** What lines are given to: `console`, winston, pino and most others have these. */
export type Logger = { readonly [Level in LogLevel]: (...line: unknown[]) => void };
