import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { describe, expect, it } from "vitest";
import { createFailover, type RateLimitModeChange } from "./failover.ts";

/** A switch whose checks fail until Redis is back. */
function start() {
  const clock = new VirtualClock();
  const redis = { isBack: false };
  const checkedAtMs: number[] = [];
  const changes: RateLimitModeChange[] = [];
  const modes = createFailover(async () => {
    checkedAtMs.push(clock.now());
    if (!redis.isBack) throw new Error("still away");
  }, clock);
  modes.subscribe((change) => void changes.push(change));
  return { clock, redis, checkedAtMs, changes, modes };
}

describe("while Redis is unavailable", () => {
  it("checks after 250 ms, and after twice as long each time, up to 15 s", async () => {
    const { clock, checkedAtMs, modes } = start();
    modes.setBusy("gate", true);
    modes.fail(new Error("refused"));
    await clock.advance(60_000);
    const pauses = checkedAtMs.map((atMs, index) => atMs - (checkedAtMs[index - 1] ?? 0));
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it("notifies once of each change, with the failure of Redis", async () => {
    const { clock, redis, changes, modes } = start();
    const cause = new Error("refused");
    modes.setBusy("gate", true);
    for (const error of [cause, new Error("refused again")]) modes.fail(error);
    expect(modes.mode).toBe("local");
    redis.isBack = true;
    await clock.advance(250);
    expect(modes.mode).toBe("shared");
    expect(changes).toEqual([
      { mode: "local", cause },
      { mode: "shared", cause: undefined },
    ]);
  });

  it("does not check while no calls are made, and checks at once for a call after the delay", async () => {
    const { clock, checkedAtMs, modes } = start();
    modes.setBusy("gate", true);
    modes.fail(new Error("refused"));
    modes.setBusy("gate", false);
    expect(clock.pending).toBe(0);
    await clock.advance(10_000);
    modes.setBusy("gate", true);
    await clock.advance(0);
    expect(checkedAtMs).toEqual([10_000]);
  });

  it("keeps checking until the last owner is idle", async () => {
    const { clock, checkedAtMs, modes } = start();
    modes.setBusy("one", true);
    modes.setBusy("other", true);
    modes.fail(new Error("refused"));
    modes.setBusy("one", false);
    await clock.advance(250);
    expect(checkedAtMs).toEqual([250]);
    modes.setBusy("other", false);
    expect(clock.pending).toBe(0);
  });

  it("sends one check at a time", async () => {
    const clock = new VirtualClock();
    let checks = 0;
    const modes = createFailover(() => {
      checks += 1;
      return new Promise(() => {});
    }, clock);
    modes.setBusy("one", true);
    modes.fail(new Error("refused"));
    await clock.advance(250);
    modes.setBusy("other", true);
    await clock.advance(60_000);
    expect(checks).toBe(1);
  });
});

describe("when Redis fails again", () => {
  it.each([
    [15_000, 500],
    [15_001, 250],
  ])("%i ms after it came back is checked after %i ms", async (goodMs, pauseMs) => {
    const { clock, redis, checkedAtMs, modes } = start();
    redis.isBack = true;
    modes.setBusy("gate", true);
    modes.fail(new Error("refused"));
    await clock.advance(250 + goodMs);
    modes.fail(new Error("refused again"));
    await clock.advance(pauseMs);
    expect(checkedAtMs).toEqual([250, 250 + goodMs + pauseMs]);
  });
});
