import { heapSlope, steepestFlat, withoutWarmUp, type HeapSample } from "./heap-slope.ts";

/** What a run observed. */
export interface Observations {
  readonly settled: number;
  readonly atOnce: number;
  readonly samples: readonly HeapSample[];
  /** The number of listeners on the shared signal after each interval. */
  readonly listeners: readonly number[];
  /** The number of open connections after each interval. */
  readonly sockets: readonly number[];
  /** The number of calls by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly unhandled: number;
  readonly warnings: number;
  /** The resources that keep the process alive at the end. */
  readonly openAtEnd: readonly string[];
  /** Writes that arrived more than once and may have been carried out each time. */
  readonly writtenTwice: number;
  /** Writes that were confirmed but never arrived. */
  readonly neverWritten: number;
}

/** A figure beside its target. */
export interface Check {
  readonly figure: string;
  readonly measured: number | string;
  readonly target: string;
  readonly holds: boolean;
}

/** The start of an outcome that is no error of the client or its helpers. */
export const STRANGE = "not an IamError";

/** Compares what a run observed with the targets. */
export function check(seen: Observations): readonly Check[] {
  const { bytesPerCall, error } = heapSlope(withoutWarmUp(seen.samples));
  const steepest = steepestFlat(seen.settled);
  const outcomes = Object.entries(seen.outcomes);
  const counted = outcomes.reduce((sum, [, count]) => sum + count, 0);
  const strange = outcomes.reduce((sum, [outcome, count]) => sum + (outcome.startsWith(STRANGE) ? count : 0), 0);
  const half = Math.ceil(seen.sockets.length / 2);
  const socketsBefore = Math.max(...seen.sockets.slice(0, half));
  const socketsAfter = Math.max(...seen.sockets.slice(half));
  return [
    {
      figure: "heap slope, bytes a call",
      measured: `${bytesPerCall.toFixed(2)} ± ${error.toFixed(2)}`,
      target: `flat: <= ${steepest.toFixed(2)}`,
      holds: bytesPerCall <= steepest,
    },
    none("unhandled rejections", seen.unhandled),
    none("warnings of Node", seen.warnings),
    {
      figure: "listeners on the long-lived signal",
      measured: [...new Set(seen.listeners)].join(", "),
      target: "constant",
      holds: new Set(seen.listeners).size === 1,
    },
    { figure: "calls that settled", measured: counted, target: String(seen.settled), holds: counted === seen.settled },
    none("outcomes that are no error of ours", strange),
    none("writes carried out twice", seen.writtenTwice),
    none("writes confirmed and never carried out", seen.neverWritten),
    {
      // A pool may keep any number of connections, as long as the number does not grow.
      figure: "connections in the second half, at most",
      measured: socketsAfter,
      target: `<= ${socketsBefore + seen.atOnce}, the first half's and as many as calls at once`,
      holds: socketsAfter <= socketsBefore + seen.atOnce,
    },
    none("sockets open at the end", count(seen.openAtEnd, "TCP")),
    none("timers set at the end", count(seen.openAtEnd, "Timeout")),
  ];
}

function none(figure: string, measured: number): Check {
  return { figure, measured, target: "0", holds: measured === 0 };
}

function count(resources: readonly string[], start: string): number {
  return resources.filter((resource) => resource.startsWith(start)).length;
}
