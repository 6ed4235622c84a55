import type { Case } from "./cases.ts";
import type { Summary } from "./summary.ts";

/** One of our figures beside the one it has to reach. */
export interface Verdict {
  readonly case: string;
  readonly figure: string;
  readonly ours: string;
  readonly target: string;
  readonly reached: boolean;
}

/** Holds ours in one case against its target. A call that fails misses any. */
export function judge({ title, target }: Case, summary: Summary): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const atMost = (figure: string, value: number, most: number | undefined, digits = 0): void => {
    if (most === undefined) return;
    const [ours, bound] = [value.toFixed(digits), `${most === 0 ? "" : "<= "}${most}`];
    verdicts.push({ case: title, figure, ours, target: bound, reached: value <= most });
  };
  const { efficiency } = target;
  if (efficiency !== undefined) {
    const worst = summary.worstEfficiency ?? 0;
    const [ours, bound] = [percent(worst), `>= ${percent(efficiency)}`];
    verdicts.push({ case: title, figure: "efficiency, worst", ours, target: bound, reached: worst >= efficiency });
  }
  atMost("seconds, worst", summary.worstSeconds, target.seconds, 1);
  atMost("seconds, mean", summary.meanSeconds, target.meanSeconds, 1);
  atMost("429s, worst", summary.worstRefused, target.refused);
  atMost("429s, median", summary.medianRefused, target.medianRefused);
  atMost("429s in a window, worst", summary.worstRefusedInWindow, target.refusedInWindow);
  atMost("calls that failed, worst", summary.worstFailed, 0);
  return verdicts;
}

/** A share as it is printed. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
