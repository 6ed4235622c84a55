const FIRST_MS = 500;
const LONGEST_MS = 20_000;

/** A delay with full jitter: anything from zero up to a bound that doubles with each attempt, 20 seconds at most. */
export function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
}
