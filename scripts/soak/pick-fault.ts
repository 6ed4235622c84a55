import type { HttpFault } from "@segment-iam/test-utils/http-faults";

/** A status in place of a correct response, or a fault of the connection. */
export type SoakFault = 429 | 503 | HttpFault;

/** The share of each fault in percent, 20 in all. Stalls are few, because each holds a place until its timeout. */
const PERCENT: readonly (readonly [SoakFault, number])[] = [
  [429, 4],
  [503, 5],
  ["reset-before-headers", 4],
  ["reset-in-body", 2],
  ["stall-before-headers", 1],
  ["stall-in-body", 1],
  ["close-in-body", 3],
];

/** Picks a fault for a number in [0, 1). Returns undefined for four fifths of them. */
export function pickFault(random: number): SoakFault | undefined {
  let below = 0;
  for (const [fault, percent] of PERCENT) {
    below += percent / 100;
    if (random < below) return fault;
  }
  return undefined;
}
