import type { CallOptions } from "@segment-iam/client";

/** The default for bulk calls, and the highest default for interactive calls. */
const MAX_DEFAULT_MS = 900_000;
/** The time to send the queued requests after a window has ended. */
const REQUESTS_MS = 30_000;

/**
 * Returns the default of `maxWaitMs` or `deadlineMs` for a call, in milliseconds. For interactive calls, it is at least `leastMs`, and 30 s
 * longer than a window, up to 15 minutes. For bulk calls, it is 15 minutes.
 */
export function defaultWaitMs(leastMs: number, priority: CallOptions["priority"], windowMs: number): number {
  return priority === "bulk" ? MAX_DEFAULT_MS : Math.min(Math.max(leastMs, windowMs + REQUESTS_MS), MAX_DEFAULT_MS);
}
