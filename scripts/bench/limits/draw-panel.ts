import type { Run } from "./simulate.ts";

/** One contender's run. */
export interface Curve extends Pick<Run, "successes" | "refusals" | "seconds" | "refused" | "failed" | "unfinished"> {
  readonly name: string;
  readonly isOurs: boolean;
}

/** The axes that all panels of a plot share. */
export interface Frame {
  readonly calls: number;
  /** When each call could succeed at the earliest. */
  readonly ideal: readonly number[];
  readonly endSeconds: number;
  /** The most 429s of any contender. */
  readonly mostRefused: number;
}

/** The position of a panel. The first of a row has the labels of the vertical axis. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly isFirst: boolean;
}

/** The size of a panel, with its heading and the labels of its axes. */
export const PANEL = { width: 182, height: 212 };

const HEADING = 40;
const CURVE = 108;
const REFUSALS = 40;
const GAP = 3;
const TICK_SECONDS = 300;
const BIN_SECONDS = 10;
/** Shorter steps are not visible. */
const STEP_PIXELS = 0.5;

/** Draws one contender: its successes in front of the ideal, and its 429s counted downwards. */
export function drawPanel(curve: Curve, frame: Frame, { left, top, isFirst }: Place): string {
  const { calls, ideal, endSeconds, mostRefused } = frame;
  const x = linearScale([0, endSeconds], [0, PANEL.width]);
  const y = linearScale([0, calls], [HEADING + CURVE, HEADING]);
  const floor = HEADING + CURVE;
  const down = linearScale([0, mostRefused], [floor + GAP, floor + GAP + REFUSALS]);
  const best = stepPath(ideal, endSeconds, { x, y });
  let refused = 0;
  const refusals = curve.refusals.map((count, bin) => {
    refused += count;
    return `H${x(Math.min(bin * BIN_SECONDS, endSeconds))}V${down(refused)}`;
  });
  const ticks: string[] = [];
  for (let seconds = 0; seconds <= endSeconds; seconds += TICK_SECONDS) {
    const label = seconds === 0 ? "0" : `${seconds / 60} min`;
    const anchor = seconds === 0 ? "start" : "middle";
    ticks.push(`<path class="tick" d="M${x(seconds)},${floor}v${GAP + REFUSALS}"/>`);
    ticks.push(`<text x="${x(seconds)}" y="${floor + GAP + REFUSALS + 14}" text-anchor="${anchor}">${label}</text>`);
  }
  const counts = isFirst
    ? [
        ...[0, calls / 2, calls].map((count) => `<text x="-6" y="${y(count) + 4}" text-anchor="end">${count}</text>`),
        `<text class="refused" x="-6" y="${down(mostRefused) + 3}" text-anchor="end">${grouped(mostRefused)}</text>`,
      ]
    : [];
  return [
    `<g class="panel${curve.isOurs ? " ours" : ""}" transform="translate(${left},${top})">`,
    `<text class="name" y="12">${escape(curve.name)}</text>`,
    `<text class="outcome" y="28">${outcomeOf(curve, calls)}</text>`,
    `<path class="ideal" d="${best}V${floor}H0Z"/>`,
    ...ticks,
    ...counts,
    `<path class="floor" d="M0,${floor}H${PANEL.width}"/>`,
    `<path class="refusals" d="M0,${down(0)}${refusals.join("")}H${x(Math.min(curve.seconds, endSeconds))}V${down(0)}Z"/>`,
    `<path class="successes" d="${stepPath(curve.successes, Math.min(curve.seconds, endSeconds), { x, y })}"/>`,
    "</g>",
  ].join("\n");
}

function outcomeOf({ seconds, refused, failed, unfinished }: Curve, calls: number): string {
  const refusals = `<tspan class="refused">${grouped(refused)} refused</tspan>`;
  if (unfinished > 0) return `never ends, ${refusals}`;
  return failed > 0 ? `${failed} of ${calls} fail, ${refusals}` : `${Math.round(seconds)} s, ${refusals}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Maps figures of a domain to places in a range, with a resolution of a tenth of a pixel. */
export function linearScale(domain: readonly [from: number, to: number], range: readonly [from: number, to: number]) {
  const [domainFrom, domainTo] = domain;
  const [from, to] = range;
  const scale = (to - from) / (domainTo - domainFrom);
  return (value: number): number => Math.round((from + (value - domainFrom) * scale) * 10) / 10;
}

/** The path of a count that rises by one at each of the ascending times, up to the end. */
export function stepPath(
  times: readonly number[],
  endSeconds: number,
  { x, y }: { readonly x: (seconds: number) => number; readonly y: (count: number) => number },
): string {
  let path = `M${x(0)},${y(0)}`;
  let drawn = x(0);
  times.forEach((seconds, index) => {
    if (seconds > endSeconds) return;
    const place = x(seconds);
    const next = times[index + 1];
    // Of several steps at one place only the last is drawn.
    if (next !== undefined && x(next) - drawn < STEP_PIXELS) return;
    path += `H${place}V${y(index + 1)}`;
    drawn = place;
  });
  return `${path}H${x(endSeconds)}`;
}
