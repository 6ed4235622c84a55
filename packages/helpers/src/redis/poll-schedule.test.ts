import { expect, it } from "vitest";
import { createPollSchedule } from "./poll-schedule.ts";

it("polls at once without a recorded result", () => {
  expect(createPollSchedule().nextPollMs("interactive")).toBeLessThan(0);
});

it("polls after 20 ms during the probe of another process, and doubles the pause up to a second", () => {
  const schedule = createPollSchedule();
  const pauses = Array.from({ length: 8 }, () => {
    schedule.record({ kind: "probing", waitMs: 5_000 }, "interactive", 0);
    return schedule.nextPollMs("interactive");
  });
  expect(pauses).toEqual([20, 40, 80, 160, 320, 640, 1_000, 1_000]);
});

it("polls when the lease of a probe ends", () => {
  const schedule = createPollSchedule();
  schedule.record({ kind: "probing", waitMs: 7 }, "bulk", 100);
  expect([schedule.nextPollMs("bulk"), schedule.nextPollMs("interactive")]).toEqual([107, 107]);
});

it("resets the pause to 20 ms after a grant", () => {
  const schedule = createPollSchedule();
  schedule.record({ kind: "probing", waitMs: 5_000 }, "interactive", 0);
  schedule.record({ kind: "granted", remaining: 5, endsInMs: 1_000 }, "interactive", 20);
  schedule.record({ kind: "probing", waitMs: 5_000 }, "interactive", 1_020);
  expect(schedule.nextPollMs("interactive")).toBe(1_040);
});

it.each(["interactive", "bulk"] as const)("does not poll for a %s call before the window ends", (priority) => {
  const schedule = createPollSchedule();
  schedule.record({ kind: "full", waitMs: 900 }, priority, 100);
  expect(schedule.nextPollMs("bulk")).toBe(1_000);
  expect(schedule.blockedUntilMs("bulk")).toBe(1_000);
  // A window that is full for bulk calls can have requests reserved for interactive calls.
  expect(schedule.nextPollMs("interactive") > 100).toBe(priority === "interactive");
});

it("does not poll during its own probe until the lease ends", () => {
  const schedule = createPollSchedule();
  schedule.record({ kind: "probe" }, "interactive", 100);
  expect(schedule.nextPollMs("interactive")).toBe(5_100);
  // The response can arrive earlier, so the priority is not blocked.
  expect(schedule.blockedUntilMs("interactive")).toBeLessThan(0);
  schedule.endProbe();
  expect(schedule.nextPollMs("interactive")).toBeLessThan(0);
});

it("polls at once after a reset", () => {
  const schedule = createPollSchedule();
  schedule.record({ kind: "full", waitMs: 900 }, "interactive", 100);
  schedule.record({ kind: "probe" }, "interactive", 100);
  schedule.reset();
  expect(schedule.nextPollMs("interactive")).toBeLessThan(0);
});
