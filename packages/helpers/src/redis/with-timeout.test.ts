import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { withTimeout } from "./redis-window-store.ts";

const never = new Promise<string>(() => {});

it("settles like the promise, and leaves no timer", async () => {
  const clock = new VirtualClock();
  await expect(withTimeout(Promise.resolve("in time"), 500, clock)).resolves.toBe("in time");
  await expect(withTimeout(Promise.reject(new Error("failed")), 500, clock)).rejects.toThrow("failed");
  expect(clock.pending).toBe(0);
});

it("rejects after the timeout", async () => {
  const clock = new VirtualClock();
  await expect(clock.run(withTimeout(never, 500, clock))).rejects.toThrow("Redis did not reply within 500 ms");
  expect(clock.now()).toBe(500);
});

it("accepts a value that arrives at the same time as the timer", async () => {
  const clock = new VirtualClock();
  let respond: ((value: string) => void) | undefined;
  const result = withTimeout(new Promise<string>((resolve) => void (respond = resolve)), 500, clock);
  clock.setTimeout(() => respond?.("just in time"), 500);
  await expect(clock.run(result)).resolves.toBe("just in time");
});

it("passes a late value to onLate, and ignores a late rejection", async () => {
  const clock = new VirtualClock();
  const onLate = vi.fn<(value: string) => void>();
  const late = (settleLate: (resolve: (value: string) => void, reject: (reason: Error) => void) => void) =>
    withTimeout(
      new Promise<string>((resolve, reject) => void clock.setTimeout(() => settleLate(resolve, reject), 900)),
      500,
      clock,
      onLate,
    );
  const results = Promise.allSettled([
    late((resolve) => resolve("late")),
    late((_, reject) => reject(new Error("late"))),
  ]);
  expect((await clock.run(results)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await clock.advance(400);
  await flushPromises();
  expect(onLate.mock.calls).toEqual([["late"]]);
});
