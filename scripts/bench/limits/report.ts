import { IDEAL_SECONDS, type Case } from "./cases.ts";
import { median } from "../quantile.ts";
import { atMost, type TargetResult } from "../tables.ts";
import type { Run } from "./simulate.ts";

/** The statistics of one contender in one case over all seeds. */
export interface Summary {
  readonly meanSeconds: number;
  readonly worstSeconds: number;
  /** The ideal time divided by the measured time. `undefined` when calls failed or another consumer takes part. */
  readonly efficiency: number | undefined;
  readonly worstEfficiency: number | undefined;
  readonly meanThrottled: number;
  readonly medianThrottled: number;
  readonly worstThrottled: number;
  readonly worstThrottledInWindow: number;
  readonly meanFailed: number;
  readonly worstFailed: number;
  /** Whether a run was stopped before its end. */
  readonly isUnfinished: boolean;
}

/** Summarizes runs with different seeds. */
export function summarize(runs: readonly Run[], { otherRequestsPerMinute }: Case): Summary {
  const seconds = runs.map((run) => run.seconds);
  const throttled = runs.map((run) => run.throttled);
  const failed = runs.map((run) => run.failed + run.unfinished);
  const hasIdeal = otherRequestsPerMinute === 0 && Math.max(...failed) === 0;
  return {
    meanSeconds: mean(seconds),
    worstSeconds: Math.max(...seconds),
    efficiency: hasIdeal ? IDEAL_SECONDS / mean(seconds) : undefined,
    worstEfficiency: hasIdeal ? IDEAL_SECONDS / Math.max(...seconds) : undefined,
    meanThrottled: mean(throttled),
    medianThrottled: median(throttled),
    worstThrottled: Math.max(...throttled),
    worstThrottledInWindow: Math.max(...runs.map((run) => run.throttledInWindow)),
    meanFailed: mean(failed),
    worstFailed: Math.max(...failed),
    isUnfinished: runs.some((run) => run.unfinished > 0),
  };
}

/** Formats one row of a case's table: means, and for 429s in a window the maximum. */
export function rowOf(summary: Summary): Readonly<Record<string, string | number>> {
  const { meanSeconds, efficiency, meanThrottled, worstThrottledInWindow, meanFailed, isUnfinished } = summary;
  return {
    seconds: isUnfinished ? "unfinished" : meanSeconds.toFixed(1),
    efficiency: efficiency === undefined ? "-" : percent(efficiency),
    "429s": `${isUnfinished ? "> " : ""}${formatMean(meanThrottled)}`,
    "429s in a window": worstThrottledInWindow,
    "failed calls": formatMean(meanFailed),
  };
}

/** A measured value of @segment-iam and its target. */
export interface LimitTargetResult extends TargetResult {
  readonly case: string;
}

/** Compares the statistics of @segment-iam in one case with its target. Failed calls always miss it. */
export function compareToTarget({ title, target }: Case, summary: Summary): readonly LimitTargetResult[] {
  const targetResults: LimitTargetResult[] = [];
  const add = (metric: string, value: number, maximum: number | undefined, digits = 0): void => {
    if (maximum !== undefined) targetResults.push({ case: title, ...atMost(metric, value, maximum, digits) });
  };
  const { efficiency } = target;
  if (efficiency !== undefined) {
    const worst = summary.worstEfficiency ?? 0;
    const [measured, bound] = [percent(worst), `>= ${percent(efficiency)}`];
    targetResults.push({
      case: title,
      metric: "efficiency, worst",
      measured,
      target: bound,
      passed: worst >= efficiency,
    });
  }
  add("seconds, worst", summary.worstSeconds, target.seconds, 1);
  add("seconds, mean", summary.meanSeconds, target.meanSeconds, 1);
  add("429s, worst", summary.worstThrottled, target.throttled);
  add("429s, median", summary.medianThrottled, target.medianThrottled);
  add("429s in a window, worst", summary.worstThrottledInWindow, target.throttledInWindow);
  add("failed calls, worst", summary.worstFailed, 0);
  return targetResults;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** Formats a mean. Small ones keep a decimal, so that they are not rounded to 0. */
function formatMean(mean: number): string {
  return mean > 0 && mean < 10 ? mean.toFixed(1) : Math.round(mean).toLocaleString("en");
}
