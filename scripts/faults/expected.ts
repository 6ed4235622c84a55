import { operations } from "./operations.ts";
import type { Cell } from "./plan.ts";
import type { RuntimeName } from "./runtimes/runtime-names.ts";
import { table } from "./table.ts";

/** With jitter of one half. */
const BACKOFF_MS = [250, 500, 1_000];

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
}

/** What the table says of a call. */
export function expectedOutcome({ row, lasts, operation }: Cell, runtime: RuntimeName): Outcome {
  const { in: exceptions, ...everywhere } = table[row] ?? {};
  const expected = { ...everywhere, ...exceptions?.[runtime] };
  const { throws, retried, carriesOut = true, waitsMs = BACKOFF_MS, attempts = 4, doubled = 1 } = expected;
  const { kind } = operations[operation];
  const isRepeated = throws !== undefined && (retried === "all" || (retried === "repeatable" && kind !== "write once"));
  const isCured = throws === undefined || (lasts === "twice" && isRepeated);
  const sent = !isRepeated ? 1 : lasts === "twice" ? 3 : attempts;
  const arrived = row === "refused" ? (isCured ? 1 : 0) : sent * doubled;
  const done = isCured ? 1 : lasts === "always" && carriesOut ? arrived : 0;
  return {
    end: isCured ? "result" : throws,
    sent,
    arrived,
    carriedOut: kind === "read" ? 0 : done,
    waitsMs: Array.from({ length: sent - 1 }, (_, index) => waitsMs[Math.min(index, waitsMs.length - 1)] ?? 0),
  };
}

/** An outcome as one line, which is compared and shown. */
export function lineOf({ end, sent, arrived, carriedOut, waitsMs }: Outcome): string {
  return `${end}; sent ${sent}, arrived ${arrived}, carried out ${carriedOut}; waited ${waitsMs.join(" ") || "0"} ms`;
}
