import type { CallOptions } from "@segment-iam/client";

/** The default for bulk calls, and the upper bound of all defaults. */
const MAX_DEFAULT_MS = 900_000;
/** The time for the requests after the end of a window. */
const REQUESTS_MS = 30_000;

/**
 * Returns the default for the longest wait of a call, in milliseconds: `leastMs`, or more if that would not outlast a window that has just
 * started. A bulk call has a longer default.
 */
export function defaultWaitMs(leastMs: number, priority: CallOptions["priority"], windowMs: number): number {
  return priority === "bulk" ? MAX_DEFAULT_MS : Math.min(Math.max(leastMs, windowMs + REQUESTS_MS), MAX_DEFAULT_MS);
}
