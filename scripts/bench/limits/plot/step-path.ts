/** Where figures are in a drawing. */
export interface Scales {
  readonly x: (seconds: number) => number;
  readonly y: (count: number) => number;
}

/** Less than this is not seen. */
const STEP_PIXELS = 0.5;

/** The path of a count that rises by one at each of the times given, ascending, and what is after the end is left out. */
export function stepPath(times: readonly number[], endSeconds: number, { x, y }: Scales): string {
  let path = `M${x(0)},${y(0)}`;
  let drawn = x(0);
  times.forEach((seconds, index) => {
    if (seconds > endSeconds) return;
    const place = x(seconds);
    const next = times[index + 1];
    // Of all that happen in one place only the last is drawn.
    if (next !== undefined && x(next) - drawn < STEP_PIXELS) return;
    path += `H${place}V${y(index + 1)}`;
    drawn = place;
  });
  return `${path}H${x(endSeconds)}`;
}
