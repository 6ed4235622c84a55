/** What the server does to a request instead of answering it. */
export type Fault = "429" | "503" | "reset" | "reset in the body" | "stall" | "stall in the body" | "truncated";

/** How many of a hundred requests meet with each, 20 in all. Stalls hold a place until a timeout, so they are few. */
const PERCENT: readonly (readonly [Fault, number])[] = [
  ["429", 4],
  ["503", 5],
  ["reset", 4],
  ["reset in the body", 2],
  ["stall", 1],
  ["stall in the body", 1],
  ["truncated", 3],
];

/** The fault for a number from 0 up to 1, `undefined` for the four fifths that meet with none. */
export function faultFor(random: number): Fault | undefined {
  let below = 0;
  for (const [fault, percent] of PERCENT) {
    below += percent / 100;
    if (random < below) return fault;
  }
  return undefined;
}
