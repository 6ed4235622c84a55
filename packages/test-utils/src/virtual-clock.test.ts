import { expect, it } from "vitest";
import { installVirtualClock } from "./install-virtual-clock.ts";
import { VirtualClock } from "./virtual-clock.ts";

it("fires timers in the order of their due times", async () => {
  const clock = new VirtualClock();
  const fired: [string, number][] = [];
  for (const [name, delayMs] of [
    ["late", 20],
    ["early", 10.5],
    ["negative", -1],
  ] as const) {
    clock.setTimeout(() => fired.push([name, clock.now()]), delayMs);
  }
  clock.clearTimeout(clock.setTimeout(() => fired.push(["cleared", clock.now()]), 15));
  await clock.advance(15);
  expect([fired, clock.pending, clock.now()]).toEqual([
    [
      ["negative", 0],
      ["early", 10.5],
    ],
    1,
    15,
  ]);
});

it("rejects when a promise waits for something other than a timer", async () => {
  await expect(new VirtualClock().run(new Promise(() => {}))).rejects.toThrow("no timer is left");
});

it("stops while real work is in flight", async () => {
  const clock = new VirtualClock();
  let firedMs: number | undefined;
  clock.setTimeout(() => void (firedMs = clock.now()), 5);
  const work = clock.during(() => new Promise<number | undefined>((resolve) => setTimeout(() => resolve(firedMs), 20)));
  await clock.advance(10);
  expect(await work).toBeUndefined();
  expect(firedMs).toBe(5);
});

it("replaces the timers and dates of the process, and restores them", async () => {
  const real = { setTimeout, setInterval, Date };
  const clock = new VirtualClock();
  const uninstall = installVirtualClock(clock, 1_000_000);
  const startMs = performance.now();
  const fired: string[] = [];
  setTimeout((name: string) => fired.push(name), 0.25, "at least 1 ms").unref();
  const interval = setInterval(() => fired.push("interval"), 400);
  setTimeout(clearInterval, 900, interval);
  await clock.advance(2_000);
  const now = { date: Date.now(), string: new Date().toISOString(), elapsedMs: performance.now() - startMs };
  uninstall();
  expect(fired).toEqual(["at least 1 ms", "interval", "interval"]);
  expect(now).toEqual({ date: 1_002_000, string: "1970-01-01T00:16:42.000Z", elapsedMs: 2_000 });
  expect({ setTimeout, setInterval, Date }).toEqual(real);
});
