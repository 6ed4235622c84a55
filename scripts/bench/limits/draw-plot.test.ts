import { expect, it } from "vitest";
import { linearScale, stepPath, type Curve } from "./draw-panel.ts";
import { drawPlot } from "./draw-plot.ts";

const fast: Curve = {
  name: "fast & careful",
  isOurs: true,
  successes: [0, 60, 120, 180],
  refusals: [],
  seconds: 180,
  refused: 0,
  failed: 0,
  unfinished: 0,
};
const eager: Curve = { ...fast, name: "eager", isOurs: false, refusals: [1_000, 0, 234], refused: 1_234 };
const options = { title: "A title", calls: 4, limit: { requests: 1, windowSeconds: 60 } };

/** The text a reader sees, piece by piece. */
const textOf = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text[^>]*>(.*?)<\/text>/g), ([, text = ""]) => text.replaceAll(/<[^>]+>/g, ""));

it("shows the name and the result of each contender", () => {
  const text = textOf(drawPlot([fast, eager], options));
  expect(text).toContain("fast &amp; careful");
  expect(text).toContain("180 s, 0 refused");
  expect(text).toContain("180 s, 1,234 refused");
});

it.each<[Partial<Curve>, string]>([
  [{ failed: 3, successes: [0] }, "3 of 4 fail, 0 refused"],
  [{ unfinished: 3, failed: 1, seconds: 7_200 }, "never ends, 0 refused"],
])("shows calls that failed or never ended: %j", (change, outcome) => {
  expect(textOf(drawPlot([{ ...fast, ...change }], options))).toContain(outcome);
});

it("draws everything within its edges when a run takes too long", () => {
  const svg = drawPlot([fast, { ...eager, seconds: 7_200, successes: [0, 60, 120, 7_200] }, fast, fast, fast], options);
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
  ["rises by one at each time, and continues to the end", [10, 20], "M0,100H20V90H40V80H100"],
  ["draws several steps at one place as one", [10, 10.05, 10.1, 20], "M0,100H20V90H20.2V70H40V60H100"],
  ["omits what comes after the end", [10, 60], "M0,100H20V90H100"],
  ["draws a line when nothing happens", [], "M0,100H100"],
])("%s", (_, times, path) => {
  expect(stepPath(times, 50, scales)).toBe(path);
});

it.each([
  [0, 100],
  [5, 50],
  [10, 0],
  [1 / 3, 96.7],
])("maps %d of ten to %d", (count, place) => {
  expect(scales.y(count)).toBe(place);
});
