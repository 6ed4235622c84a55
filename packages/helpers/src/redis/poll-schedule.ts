import { PROBE_LEASE_MS, type Priority, type TakeResult } from "./window-store.ts";

/** The first and the longest pause between polls while the probe of another process is in flight. */
const FIRST_POLL_MS = 20;
const MAX_POLL_MS = 1_000;

/** Decides when to request a permit from the store. All times are monotonic milliseconds. */
export interface PollSchedule {
  /** Returns the earliest time at which a permit request for this priority can succeed. */
  nextPollMs(priority: Priority): number;
  /** Like `nextPollMs`, but ignores our own probe, because its response can open the window at any time. */
  blockedUntilMs(priority: Priority): number;
  /** Records the result of a permit request. */
  record(result: TakeResult, priority: Priority, nowMs: number): void;
  /** Ends the wait for the response to our own probe. */
  endProbe(): void;
  /** Discards all recorded results. */
  reset(): void;
}

/** Creates a schedule that allows a permit request at once. */
export function createPollSchedule(): PollSchedule {
  const blockedUntilMs: Record<Priority, number> = { interactive: -Infinity, bulk: -Infinity };
  let probesUntilMs = -Infinity;
  let pauseMs = FIRST_POLL_MS;

  /** Blocks a priority until a time. If interactive calls are blocked, bulk calls are too. */
  function block(priority: Priority, untilMs: number): void {
    blockedUntilMs.bulk = untilMs;
    if (priority === "interactive") blockedUntilMs.interactive = untilMs;
  }

  return {
    nextPollMs: (priority) => Math.max(blockedUntilMs[priority], probesUntilMs),
    blockedUntilMs: (priority) => blockedUntilMs[priority],

    record(result, priority, nowMs) {
      if (result.kind === "probing") block("interactive", nowMs + Math.min(result.waitMs, pauseMs));
      else if (result.kind === "full") block(priority, nowMs + result.waitMs);
      else if (result.kind === "probe") probesUntilMs = nowMs + PROBE_LEASE_MS;
      pauseMs = result.kind === "probing" ? Math.min(2 * pauseMs, MAX_POLL_MS) : FIRST_POLL_MS;
    },

    endProbe() {
      probesUntilMs = -Infinity;
    },

    reset() {
      block("interactive", -Infinity);
      probesUntilMs = -Infinity;
    },
  };
}
