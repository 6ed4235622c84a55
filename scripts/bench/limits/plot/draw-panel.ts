import type { Run } from "../simulate.ts";
import { linearScale } from "./linear-scale.ts";
import { stepPath } from "./step-path.ts";

/** One contender's run. */
export interface Curve extends Pick<Run, "successes" | "refusals" | "seconds" | "refused" | "failed" | "unfinished"> {
  readonly name: string;
  readonly isOurs: boolean;
}

/** What all panels of a plot share, so that they can be compared. */
export interface Frame {
  readonly calls: number;
  /** When each call would succeed at best. */
  readonly ideal: readonly number[];
  readonly endSeconds: number;
  /** The most 429s that anybody got. */
  readonly mostRefused: number;
}

/** Where a panel is and whether it has the labels of the axis at its left. */
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

/** Draws one contender: its successes over the best there could be, and its 429s, counted downwards. */
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

/** Names are ours, but an ampersand is not to break the file. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
