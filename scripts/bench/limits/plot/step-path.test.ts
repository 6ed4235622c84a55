import { expect, it } from "vitest";
import { linearScale } from "./linear-scale.ts";
import { stepPath } from "./step-path.ts";

const scales = { x: linearScale([0, 100], [0, 200]), y: linearScale([0, 10], [100, 0]) };

it("rises by one at each time, and goes on to the end", () => {
  expect(stepPath([10, 20], 50, scales)).toBe("M0,100H20V90H40V80H100");
});

it("draws many steps in one place as one, to its full height", () => {
  expect(stepPath([10, 10.05, 10.1, 20], 50, scales)).toBe("M0,100H20V90H20.2V70H40V60H100");
});

it("leaves out what is after the end", () => {
  expect(stepPath([10, 60], 50, scales)).toBe("M0,100H20V90H100");
});

it("draws a line where nothing happens", () => {
  expect(stepPath([], 50, scales)).toBe("M0,100H100");
});

it.each([
  [0, 100],
  [5, 50],
  [10, 0],
  [1 / 3, 96.7],
])("puts %d of ten at %d", (count, place) => {
  expect(scales.y(count)).toBe(place);
});
