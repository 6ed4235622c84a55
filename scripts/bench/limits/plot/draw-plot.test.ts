import { expect, it } from "vitest";
import type { Curve } from "./draw-panel.ts";
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

it("names each contender and says what became of it", () => {
  const text = textOf(drawPlot([fast, eager], options));
  expect(text).toContain("fast &amp; careful");
  expect(text).toContain("180 s, 0 refused");
  expect(text).toContain("180 s, 1,234 refused");
});

it.each<[Partial<Curve>, string]>([
  [{ failed: 3, successes: [0] }, "3 of 4 fail, 0 refused"],
  [{ unfinished: 3, failed: 1, seconds: 7_200 }, "never ends, 0 refused"],
])("says so when calls are lost: %j", (change, outcome) => {
  expect(textOf(drawPlot([{ ...fast, ...change }], options))).toContain(outcome);
});

it("draws everything within its edges, however long somebody takes", () => {
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

it("can be read on light and on dark", () => {
  const svg = drawPlot([fast], options);
  expect(svg).toContain('class="back"');
  expect(svg).toContain("prefers-color-scheme: dark");
});
