import { PROBE_LEASE_MS, type Priority, type TakeResult } from "./window-store.ts";

/** The first pause while somebody else's probe is under way, and the longest. */
const FIRST_POLL_MS = 20;
const LONGEST_POLL_MS = 1_000;

/** When asking for leave is of use. All times are monotonic milliseconds. */
export interface PollSchedule {
  /** From when on it is of use for a class. */
  asksAtMs(priority: Priority): number;
  /** Until when there is no leave for a class, as far as that is certain. */
  refusedUntilMs(priority: Priority): number;
  /** Takes in the outcome of asking for a class. */
  accept(take: TakeResult, asked: Priority, nowMs: number): void;
  /** The probe that was granted is over, whatever came of it. */
  endProbe(): void;
  /** Forgets everything. */
  reset(): void;
}

/** Makes a schedule by which asking is of use at once. */
export function createPollSchedule(): PollSchedule {
  const refusedUntilMs: Record<Priority, number> = { interactive: -Infinity, bulk: -Infinity };
  let probesUntilMs = -Infinity;
  let pollMs = FIRST_POLL_MS;

  function refuse(priority: Priority, untilMs: number): void {
    refusedUntilMs.bulk = untilMs;
    if (priority === "interactive") refusedUntilMs.interactive = untilMs;
  }

  return {
    asksAtMs: (priority) => Math.max(refusedUntilMs[priority], probesUntilMs),
    refusedUntilMs: (priority) => refusedUntilMs[priority],

    accept(take, asked, nowMs) {
      const pauseMs = pollMs;
      pollMs = take.kind === "probing" ? Math.min(2 * pollMs, LONGEST_POLL_MS) : FIRST_POLL_MS;
      if (take.kind === "probing") refuse("interactive", nowMs + Math.min(take.waitMs, pauseMs));
      else if (take.kind === "full") refuse(asked, nowMs + take.waitMs);
      else if (take.kind === "probe") probesUntilMs = nowMs + PROBE_LEASE_MS;
    },

    endProbe() {
      probesUntilMs = -Infinity;
    },

    reset() {
      refuse("interactive", -Infinity);
      probesUntilMs = -Infinity;
    },
  };
}
