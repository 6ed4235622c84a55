import type { Run } from "./simulate.ts";

/** The run of one contender. */
export interface Curve extends Pick<
  Run,
  "successes" | "throttledPerBin" | "seconds" | "throttled" | "failed" | "unfinished"
> {
  readonly name: string;
  readonly isHighlighted: boolean;
}

/** The axes that all panels of a plot share. */
export interface Frame {
  readonly calls: number;
  /** The earliest possible time of each success, in seconds. */
  readonly ideal: readonly number[];
  readonly endSeconds: number;
  /** The maximum number of 429s of any contender. */
  readonly maxThrottled: number;
}

/** The position of a panel. The first panel of a row has the labels of the vertical axis. */
export interface Position {
  readonly left: number;
  readonly top: number;
  readonly isFirst: boolean;
}

/** The size of a panel, with its heading and the labels of its axes. */
export const PANEL = { width: 182, height: 212 };

const HEADING = 40;
const CURVE = 108;
const THROTTLED = 40;
const GAP = 3;
const TICK_SECONDS = 300;
const BIN_SECONDS = 10;
/** The width of the shortest visible step. */
const MIN_STEP_PIXELS = 0.5;

/** Draws one contender: its successes over the ideal curve, and its 429s below the axis. */
export function drawPanel(curve: Curve, frame: Frame, { left, top, isFirst }: Position): string {
  const { calls, ideal, endSeconds, maxThrottled } = frame;
  const x = linearScale([0, endSeconds], [0, PANEL.width]);
  const y = linearScale([0, calls], [HEADING + CURVE, HEADING]);
  const floor = HEADING + CURVE;
  const down = linearScale([0, maxThrottled], [floor + GAP, floor + GAP + THROTTLED]);
  const idealPath = stepPath(ideal, endSeconds, { x, y });
  let throttled = 0;
  const throttledSteps = curve.throttledPerBin.map((count, bin) => {
    throttled += count;
    return `H${x(Math.min(bin * BIN_SECONDS, endSeconds))}V${down(throttled)}`;
  });
  const ticks: string[] = [];
  for (let seconds = 0; seconds <= endSeconds; seconds += TICK_SECONDS) {
    const label = seconds === 0 ? "0" : `${seconds / 60} min`;
    const anchor = seconds === 0 ? "start" : "middle";
    ticks.push(`<path class="tick" d="M${x(seconds)},${floor}v${GAP + THROTTLED}"/>`);
    ticks.push(`<text x="${x(seconds)}" y="${floor + GAP + THROTTLED + 14}" text-anchor="${anchor}">${label}</text>`);
  }
  const counts = isFirst
    ? [
        ...[0, calls / 2, calls].map((count) => `<text x="-6" y="${y(count) + 4}" text-anchor="end">${count}</text>`),
        `<text class="throttled" x="-6" y="${down(maxThrottled) + 3}" text-anchor="end">${formatCount(maxThrottled)}</text>`,
      ]
    : [];
  return [
    `<g class="panel${curve.isHighlighted ? " highlighted" : ""}" transform="translate(${left},${top})">`,
    `<text class="name" y="12">${escape(curve.name)}</text>`,
    `<text class="outcome" y="28">${outcomeOf(curve, calls)}</text>`,
    `<path class="ideal" d="${idealPath}V${floor}H0Z"/>`,
    ...ticks,
    ...counts,
    `<path class="floor" d="M0,${floor}H${PANEL.width}"/>`,
    `<path class="throttled-area" d="M0,${down(0)}${throttledSteps.join("")}H${x(Math.min(curve.seconds, endSeconds))}V${down(0)}Z"/>`,
    `<path class="successes" d="${stepPath(curve.successes, Math.min(curve.seconds, endSeconds), { x, y })}"/>`,
    "</g>",
  ].join("\n");
}

function outcomeOf({ seconds, throttled, failed, unfinished }: Curve, calls: number): string {
  const throttledText = `<tspan class="throttled">${formatCount(throttled)} throttled</tspan>`;
  if (unfinished > 0) return `not finished, ${throttledText}`;
  return failed > 0 ? `${failed} of ${calls} failed, ${throttledText}` : `${Math.round(seconds)} s, ${throttledText}`;
}

function formatCount(count: number): string {
  return count.toLocaleString("en");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Creates a function that maps a domain linearly to a range, rounded to a tenth of a pixel. */
export function linearScale(domain: readonly [from: number, to: number], range: readonly [from: number, to: number]) {
  const [domainFrom, domainTo] = domain;
  const [from, to] = range;
  const scale = (to - from) / (domainTo - domainFrom);
  return (value: number): number => Math.round((from + (value - domainFrom) * scale) * 10) / 10;
}

/** Returns an SVG path that rises by one at each of the ascending times, up to `endSeconds`. */
export function stepPath(
  times: readonly number[],
  endSeconds: number,
  { x, y }: { readonly x: (seconds: number) => number; readonly y: (count: number) => number },
): string {
  let path = `M${x(0)},${y(0)}`;
  let drawn = x(0);
  times.forEach((seconds, index) => {
    if (seconds > endSeconds) return;
    const position = x(seconds);
    const next = times[index + 1];
    // Draws only the last of several steps at one position.
    if (next !== undefined && x(next) - drawn < MIN_STEP_PIXELS) return;
    path += `H${position}V${y(index + 1)}`;
    drawn = position;
  });
  return `${path}H${x(endSeconds)}`;
}
