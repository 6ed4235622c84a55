import { IDEAL_SECONDS, type Case } from "./cases.ts";
import type { Run } from "./simulate.ts";

/** The runs of one contender in one case, with all seeds. */
export interface Summary {
  readonly meanSeconds: number;
  readonly worstSeconds: number;
  /** The ideal time divided by the time taken. Undefined when calls failed, or another consumer makes the ideal unknown. */
  readonly efficiency: number | undefined;
  readonly worstEfficiency: number | undefined;
  readonly meanRefused: number;
  readonly medianRefused: number;
  readonly worstRefused: number;
  readonly worstRefusedInWindow: number;
  readonly meanFailed: number;
  readonly worstFailed: number;
  /** Whether a run was stopped before its end. */
  readonly isEndless: boolean;
}

/** Summarises runs with different seeds. */
export function summarise(runs: readonly Run[], { othersPerMinute }: Case): Summary {
  const seconds = runs.map((run) => run.seconds);
  const refused = runs.map((run) => run.refused);
  const failed = runs.map((run) => run.failed + run.unfinished);
  const hasIdeal = othersPerMinute === 0 && Math.max(...failed) === 0;
  return {
    meanSeconds: mean(seconds),
    worstSeconds: Math.max(...seconds),
    efficiency: hasIdeal ? IDEAL_SECONDS / mean(seconds) : undefined,
    worstEfficiency: hasIdeal ? IDEAL_SECONDS / Math.max(...seconds) : undefined,
    meanRefused: mean(refused),
    medianRefused: median(refused),
    worstRefused: Math.max(...refused),
    worstRefusedInWindow: Math.max(...runs.map((run) => run.refusedInWindow)),
    meanFailed: mean(failed),
    worstFailed: Math.max(...failed),
    isEndless: runs.some((run) => run.unfinished > 0),
  };
}

/** One line of a case's table. 429s in a window are the most of any seed; the other figures are means. */
export function rowOf(summary: Summary): Readonly<Record<string, string | number>> {
  const { meanSeconds, efficiency, meanRefused, worstRefusedInWindow, meanFailed, isEndless } = summary;
  return {
    seconds: isEndless ? "endless" : meanSeconds.toFixed(1),
    efficiency: efficiency === undefined ? "-" : percent(efficiency),
    "429s": `${isEndless ? "> " : ""}${printed(meanRefused)}`,
    "429s in a window": worstRefusedInWindow,
    "failed calls": printed(meanFailed),
  };
}

/** One of our figures beside its target. */
export interface TargetResult {
  readonly case: string;
  readonly metric: string;
  readonly ours: string;
  readonly target: string;
  readonly passed: boolean;
}

/** Compares our figures in one case with its target. A call that fails misses every target. */
export function judge({ title, target }: Case, summary: Summary): readonly TargetResult[] {
  const targetResults: TargetResult[] = [];
  const atMost = (metric: string, value: number, most: number | undefined, digits = 0): void => {
    if (most === undefined) return;
    const bound = `${most === 0 ? "" : "<= "}${most}`;
    targetResults.push({ case: title, metric, ours: value.toFixed(digits), target: bound, passed: value <= most });
  };
  const { efficiency } = target;
  if (efficiency !== undefined) {
    const worst = summary.worstEfficiency ?? 0;
    const [ours, bound] = [percent(worst), `>= ${percent(efficiency)}`];
    targetResults.push({ case: title, metric: "efficiency, worst", ours, target: bound, passed: worst >= efficiency });
  }
  atMost("seconds, worst", summary.worstSeconds, target.seconds, 1);
  atMost("seconds, mean", summary.meanSeconds, target.meanSeconds, 1);
  atMost("429s, worst", summary.worstRefused, target.refused);
  atMost("429s, median", summary.medianRefused, target.medianRefused);
  atMost("429s in a window, worst", summary.worstRefusedInWindow, target.refusedInWindow);
  atMost("calls that failed, worst", summary.worstFailed, 0);
  return targetResults;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return mean([sorted[Math.floor(half)] ?? Number.NaN, sorted[Math.ceil(half)] ?? Number.NaN]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** A small mean keeps a digit, so that it is not rounded to 0. */
function printed(mean: number): string {
  return mean > 0 && mean < 10 ? mean.toFixed(1) : Math.round(mean).toLocaleString("en");
}
