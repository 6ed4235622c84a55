import { operations } from "./operations.ts";
import type { Cell } from "./plan.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { rowIn } from "./table.ts";

/** With jitter of one half. */
const BACKOFF_MS = [250, 500, 1_000];
/** How many requests a fault meets that passes. */
const TWICE = 2;

/** How a call ended, for whoever made it and for the server. */
export interface Outcome {
  readonly end: string;
  /** How often the call was sent. */
  readonly sent: number;
  /** How many requests the server saw. */
  readonly arrived: number;
  /** How often it did the write. */
  readonly carriedOut: number;
  readonly waitsMs: readonly number[];
  /** What must not be. */
  readonly wrongs: readonly string[];
}

/** What the table says of a call. */
export function expectedOutcome({ row, lasts, operation }: Cell, runtime: RuntimeName): Outcome {
  const expected = rowIn(runtime, row);
  const { throws, quotes = "", retried, carriesOut = true, waitsMs = BACKOFF_MS, attempts = 4, resends } = expected;
  const { kind, method } = operations[operation];
  const isRepeated = throws !== undefined && (retried === "all" || (retried === "repeatable" && kind !== "write once"));
  const isCured = throws === undefined || (lasts === "twice" && isRepeated);
  // A request that the runtime sends again meets the fault twice, and the call learns of the second time only.
  const resent = resends?.includes(method) ? 1 : 0;
  const sent = !isRepeated ? 1 : lasts === "twice" ? TWICE + 1 - resent : attempts;
  const arrived = row === "refused" ? (isCured ? 1 : 0) : sent + resent;
  const done = isCured ? 1 : lasts === "always" && carriesOut ? arrived : 0;
  const carriedOut = kind === "read" ? 0 : done;
  return {
    end: isCured ? "result" : throws === "InvalidResponseError" ? `${throws} quoting ${quotes}` : throws,
    sent,
    arrived,
    carriedOut,
    waitsMs: Array.from({ length: sent - 1 }, (_, index) => waitsMs[Math.min(index, waitsMs.length - 1)] ?? 0),
    wrongs: kind === "write once" && carriedOut > 1 ? ["a doubled write"] : [],
  };
}

/** An outcome as one line, which is compared and shown. */
export function lineOf({ end, sent, arrived, carriedOut, waitsMs, wrongs }: Outcome): string {
  const counts = `sent ${sent}, arrived ${arrived}, carried out ${carriedOut}`;
  return [end, counts, `waited ${waitsMs.join(" ") || "0"} ms`, ...wrongs].join("; ");
}
