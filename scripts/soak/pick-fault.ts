import type { HttpFault } from "@segment-iam/test-utils/http-faults";

/** An error status or a fault of the connection. */
export type SoakFault = 429 | 503 | HttpFault;

/** The share of each fault in percent, 20 in total. Stalls are rare, because each occupies a call until its timeout. */
const PERCENT: readonly (readonly [SoakFault, number])[] = [
  [429, 4],
  [503, 5],
  ["reset-before-headers", 4],
  ["reset-in-body", 2],
  ["stall-before-headers", 1],
  ["stall-in-body", 1],
  ["close-in-body", 3],
];

/** Maps a random number in [0, 1) to a fault, or to `undefined` in 80% of cases. */
export function pickFault(random: number): SoakFault | undefined {
  let threshold = 0;
  for (const [fault, percent] of PERCENT) {
    threshold += percent / 100;
    if (random < threshold) return fault;
  }
  return undefined;
}
