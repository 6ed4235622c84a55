import { expect, it } from "vitest";
import { limitConcurrency } from "./limit-concurrency.ts";

it("runs so many at once and the others in order, whether they succeed or fail", async () => {
  const run = limitConcurrency(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const tasks = [0, 1, 2, 3].map((number) =>
    run(async () => {
      started.push(number);
      await new Promise<void>((resolve, reject) => ends.push(number === 0 ? () => reject(new Error("no")) : resolve));
    }),
  );
  const settled = Promise.allSettled(tasks);
  for (const expected of [
    [0, 1],
    [0, 1, 2],
    [0, 1, 2, 3],
  ]) {
    await new Promise((resolve) => setImmediate(resolve));
    expect(started).toEqual(expected);
    ends.shift()?.();
  }
  for (const end of ends) end();
  expect((await settled).map(({ status }) => status)).toEqual(["rejected", ...Array(3).fill("fulfilled")]);
});
