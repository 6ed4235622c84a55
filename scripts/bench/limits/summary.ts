import { IDEAL_SECONDS, type Case } from "./cases.ts";
import type { Run } from "./simulate.ts";

/** What the runs of one contender in one case come to. */
export interface Summary {
  readonly meanSeconds: number;
  readonly worstSeconds: number;
  /** The ideal time divided by the time taken, on average and at worst; `undefined` where calls failed, or nobody knows what is ideal. */
  readonly efficiency: number | undefined;
  readonly worstEfficiency: number | undefined;
  readonly meanRefused: number;
  readonly medianRefused: number;
  readonly worstRefused: number;
  readonly worstRefusedInWindow: number;
  readonly meanFailed: number;
  readonly worstFailed: number;
  /** Whether a run was stopped because it would never have ended. */
  readonly isEndless: boolean;
}

/** Adds up runs with different seeds. */
export function summarise(runs: readonly Run[], { othersPerMinute }: Case): Summary {
  const all = (of: (run: Run) => number): readonly number[] => runs.map(of);
  const seconds = all((run) => run.seconds);
  const refused = all((run) => run.refused);
  const failed = all((run) => run.failed + run.unfinished);
  const hasIdeal = othersPerMinute === 0 && Math.max(...failed) === 0;
  return {
    meanSeconds: mean(seconds),
    worstSeconds: Math.max(...seconds),
    efficiency: hasIdeal ? IDEAL_SECONDS / mean(seconds) : undefined,
    worstEfficiency: hasIdeal ? IDEAL_SECONDS / Math.max(...seconds) : undefined,
    meanRefused: mean(refused),
    medianRefused: median(refused),
    worstRefused: Math.max(...refused),
    worstRefusedInWindow: Math.max(...all((run) => run.refusedInWindow)),
    meanFailed: mean(failed),
    worstFailed: Math.max(...failed),
    isEndless: runs.some((run) => run.unfinished > 0),
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2;
}
