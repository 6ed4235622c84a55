import { expect, it } from "vitest";
import { linearScale, stepPath, type Curve } from "./draw-panel.ts";
import { drawPlot } from "./draw-plot.ts";

const fast: Curve = {
  name: "fast & careful",
  isHighlighted: true,
  successes: [0, 60, 120, 180],
  throttledPerBin: [],
  seconds: 180,
  throttled: 0,
  failed: 0,
  unfinished: 0,
};
const aggressive: Curve = {
  ...fast,
  name: "aggressive",
  isHighlighted: false,
  throttledPerBin: [1_000, 0, 234],
  throttled: 1_234,
};
const options = { title: "A title", calls: 4, limit: { requests: 1, windowSeconds: 60 } };

/** Returns the visible texts. */
const textOf = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text[^>]*>(.*?)<\/text>/g), ([, text = ""]) => text.replaceAll(/<[^>]+>/g, ""));

it("shows the name and the result of each contender", () => {
  const text = textOf(drawPlot([fast, aggressive], options));
  expect(text).toContain("fast &amp; careful");
  expect(text).toContain("180 s, 0 throttled");
  expect(text).toContain("180 s, 1,234 throttled");
});

it.each<[Partial<Curve>, string]>([
  [{ failed: 3, successes: [0] }, "3 of 4 failed, 0 throttled"],
  [{ unfinished: 3, failed: 1, seconds: 7_200 }, "not finished, 0 throttled"],
])("shows failed and unfinished calls: %j", (change, outcome) => {
  expect(textOf(drawPlot([{ ...fast, ...change }], options))).toContain(outcome);
});

it("draws within the panel when a run exceeds the time axis", () => {
  const svg = drawPlot(
    [fast, { ...aggressive, seconds: 7_200, successes: [0, 60, 120, 7_200] }, fast, fast, fast],
    options,
  );
  const [, width = "", height = ""] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const panels = [...svg.matchAll(/translate\((\d+),(\d+)\)/g)];
  expect(panels).toHaveLength(5);
  for (const [, left, top] of panels) {
    expect(Number(left) + 182).toBeLessThan(Number(width));
    expect(Number(top) + 212).toBeLessThan(Number(height));
  }
  for (const [, x] of svg.matchAll(/[MH](-?[\d.]+)/g)) expect(Number(x)).toBeLessThanOrEqual(182);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

it("has its own background and a dark colour scheme", () => {
  const svg = drawPlot([fast], options);
  expect(svg).toContain('class="back"');
  expect(svg).toContain("prefers-color-scheme: dark");
});

const scales = { x: linearScale([0, 100], [0, 200]), y: linearScale([0, 10], [100, 0]) };

it.each<[string, number[], string]>([
  ["rises by one at each time and continues to the end", [10, 20], "M0,100H20V90H40V80H100"],
  ["merges steps at one position", [10, 10.05, 10.1, 20], "M0,100H20V90H20.2V70H40V60H100"],
  ["omits steps after the end", [10, 60], "M0,100H20V90H100"],
  ["draws a flat line without steps", [], "M0,100H100"],
])("%s", (_, times, path) => {
  expect(stepPath(times, 50, scales)).toBe(path);
});

it.each([
  [0, 100],
  [5, 50],
  [10, 0],
  [1 / 3, 96.7],
])("maps count %d to y = %d", (count, position) => {
  expect(scales.y(count)).toBe(position);
});
