import { drawPanel, PANEL, type Curve, type Frame } from "./draw-panel.ts";

/** The title of a plot, and the calls and the limit of the benchmark. */
export interface PlotOptions {
  readonly title: string;
  readonly calls: number;
  readonly limit: { readonly requests: number; readonly windowSeconds: number };
}

const COLUMNS = 4;
const SPACE = 22;
const MARGIN = { left: 46, top: 78, right: 22, bottom: 8 };
const MINUTE = 60;
/** The maximum of the time axis. Longer runs are cut off. */
const MAX_SECONDS = 15 * MINUTE;

/** The plot has its own background and follows the colour scheme. Blue and orange suit colour-blind readers. */
const STYLE = `
svg { --back: #ffffff; --edge: #d1d9e0; --text: #1f2328; --muted: #59636e; --ideal: #e4e8ed; --good: #0969b8; --bad: #c2410c; }
@media (prefers-color-scheme: dark) {
  svg { --back: #0d1117; --edge: #3d444d; --text: #f0f6fc; --muted: #9198a1; --ideal: #262c36; --good: #58a6ff; --bad: #f0883e; }
}
text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: var(--muted); }
.back { fill: var(--back); stroke: var(--edge); }
.title { font-size: 15px; font-weight: 600; fill: var(--text); }
.legend { font-size: 12px; }
.name { font-size: 13px; fill: var(--text); }
.outcome { font-size: 12px; fill: var(--text); }
.highlighted .name { font-weight: 700; }
.ideal { fill: var(--ideal); }
.floor, .tick { fill: none; stroke: var(--edge); }
.successes { fill: none; stroke: var(--good); stroke-width: 1.75; stroke-linejoin: round; }
.highlighted .successes { stroke-width: 2.5; }
.throttled-area { fill: var(--bad); stroke: var(--bad); stroke-linejoin: round; }
.throttled { fill: var(--bad); }
.succeeded { fill: var(--good); }
`;

/** Draws cumulative successes over time as an SVG file, one panel for each contender on the same axes. */
export function drawPlot(curves: readonly Curve[], { title, calls, limit }: PlotOptions): string {
  const rows = Math.ceil(curves.length / COLUMNS);
  const width = MARGIN.left + COLUMNS * PANEL.width + (COLUMNS - 1) * SPACE + MARGIN.right;
  const height = MARGIN.top + rows * PANEL.height + (rows - 1) * SPACE + MARGIN.bottom;
  const longest = Math.max(...curves.map(({ seconds }) => seconds));
  const frame: Frame = {
    calls,
    ideal: Array.from({ length: calls }, (_, call) => Math.floor(call / limit.requests) * limit.windowSeconds),
    endSeconds: Math.ceil((Math.min(longest, MAX_SECONDS) + 1) / MINUTE) * MINUTE,
    maxThrottled: Math.max(1, ...curves.map(({ throttled }) => throttled)),
  };
  const panels = curves.map((curve, index) => {
    const column = index % COLUMNS;
    const left = MARGIN.left + column * (PANEL.width + SPACE);
    const top = MARGIN.top + Math.floor(index / COLUMNS) * (PANEL.height + SPACE);
    return drawPanel(curve, frame, { left, top, isFirst: column === 0 });
  });
  const heading = `${title}: ${calls} concurrent calls, limit of ${limit.requests} per ${limit.windowSeconds} s`;
  const summary = curves.map(
    ({ name, seconds, throttled }) => `${name}: ${Math.round(seconds)} s, ${throttled} throttled`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${heading}</title>
<desc id="desc">${summary.join("; ").replaceAll("&", "&amp;")}</desc>
<style>${STYLE}</style>
<rect class="back" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
<text class="title" x="${MARGIN.left}" y="30">${heading}</text>
<text class="legend" x="${MARGIN.left}" y="51"><tspan class="succeeded">Line: successful calls.</tspan> Grey: ideal. <tspan class="throttled">Below the axis: responses with status 429.</tspan></text>
${panels.join("\n")}
</svg>
`;
}
