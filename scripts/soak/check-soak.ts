import { heapSlope, maxFlatSlope, dropWarmUp, type HeapSample } from "./heap-slope.ts";

/** The observations of a run. */
export interface Observations {
  readonly settled: number;
  readonly concurrency: number;
  readonly samples: readonly HeapSample[];
  /** The number of listeners on the shared signal after each interval. */
  readonly listeners: readonly number[];
  /** The number of open connections after each interval. */
  readonly sockets: readonly number[];
  /** The number of calls by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly unhandled: number;
  readonly warnings: number;
  /** The types of the resources that keep the process alive at the end. */
  readonly resourcesAtEnd: readonly string[];
  /** The number of non-idempotent writes that the server may have applied more than once. */
  readonly duplicatedWrites: number;
  /** The number of writes that succeeded for the caller but never reached the server. */
  readonly lostWrites: number;
}

/** A measured value and its target. */
export interface Check {
  readonly metric: string;
  readonly measured: number | string;
  readonly target: string;
  readonly passed: boolean;
}

/** The start of an outcome that is neither a success nor an `IamError`. */
export const UNEXPECTED = "not an IamError";

/** Compares the observations of a run with the targets. */
export function checkSoak(observed: Observations): readonly Check[] {
  const { bytesPerCall, error } = heapSlope(dropWarmUp(observed.samples));
  const maxSlope = maxFlatSlope(observed.settled);
  const outcomes = Object.entries(observed.outcomes);
  const counted = outcomes.reduce((sum, [, count]) => sum + count, 0);
  const unexpected = outcomes.reduce((sum, [outcome, count]) => sum + (outcome.startsWith(UNEXPECTED) ? count : 0), 0);
  const middle = Math.ceil(observed.sockets.length / 2);
  const maxFirstHalf = Math.max(...observed.sockets.slice(0, middle));
  const maxSecondHalf = Math.max(...observed.sockets.slice(middle));
  return [
    {
      metric: "heap slope, bytes per call",
      measured: `${bytesPerCall.toFixed(2)} ± ${error.toFixed(2)}`,
      target: `<= ${maxSlope.toFixed(2)}`,
      passed: bytesPerCall <= maxSlope,
    },
    expectZero("unhandled rejections", observed.unhandled),
    expectZero("Node.js warnings", observed.warnings),
    {
      metric: "listeners on the shared signal",
      measured: [...new Set(observed.listeners)].join(", "),
      target: "constant",
      passed: new Set(observed.listeners).size === 1,
    },
    {
      metric: "settled calls",
      measured: counted,
      target: String(observed.settled),
      passed: counted === observed.settled,
    },
    expectZero("outcomes other than a success or an IamError", unexpected),
    expectZero("duplicated writes", observed.duplicatedWrites),
    expectZero("lost writes", observed.lostWrites),
    {
      // A pool may keep any number of connections, but the number must not grow.
      metric: "maximum connections in the second half",
      measured: maxSecondHalf,
      target: `<= ${maxFirstHalf + observed.concurrency}, the first half plus concurrency`,
      passed: maxSecondHalf <= maxFirstHalf + observed.concurrency,
    },
    expectZero("open sockets at the end", count(observed.resourcesAtEnd, "TCP")),
    expectZero("pending timers at the end", count(observed.resourcesAtEnd, "Timeout")),
  ];
}

function expectZero(metric: string, measured: number): Check {
  return { metric, measured, target: "0", passed: measured === 0 };
}

function count(resources: readonly string[], prefix: string): number {
  return resources.filter((resource) => resource.startsWith(prefix)).length;
}
