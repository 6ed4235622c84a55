import { percent } from "./judge.ts";
import type { Summary } from "./summary.ts";

/** A line of a case's table, as it is printed. */
export interface Row {
  readonly contender: string;
  readonly seconds: string;
  readonly efficiency: string;
  readonly "429s": string;
  readonly "429s in a window": number;
  readonly "failed calls": string;
}

/** Means of all seeds; the most 429s in a window is that of any. Who never would have ended has no time. */
export function rowOf(contender: string, summary: Summary): Row {
  const { meanSeconds, efficiency, meanRefused, worstRefusedInWindow, meanFailed, isEndless } = summary;
  return {
    contender,
    seconds: isEndless ? "endless" : meanSeconds.toFixed(1),
    efficiency: efficiency === undefined ? "-" : percent(efficiency),
    "429s": `${isEndless ? "> " : ""}${mean(meanRefused)}`,
    "429s in a window": worstRefusedInWindow,
    "failed calls": mean(meanFailed),
  };
}

/** A mean of counts: nothing is rounded away to none. */
function mean(count: number): string {
  return count > 0 && count < 10 ? count.toFixed(1) : Math.round(count).toLocaleString("en");
}
