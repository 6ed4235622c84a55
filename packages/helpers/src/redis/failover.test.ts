import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { describe, expect, it } from "vitest";
import { createFailover, type RateLimitModeChange } from "./failover.ts";

/** Creates a failover whose checks fail until `redis.isUp` is set. */
function start() {
  const clock = new VirtualClock();
  const redis = { isUp: false };
  const checkedAtMs: number[] = [];
  const changes: RateLimitModeChange[] = [];
  const failover = createFailover(async () => {
    checkedAtMs.push(clock.now());
    if (!redis.isUp) throw new Error("still unavailable");
  }, clock);
  failover.subscribe((change) => void changes.push(change));
  return { clock, redis, checkedAtMs, changes, failover };
}

describe("the failover while Redis is unavailable", () => {
  it("checks after 250 ms, and doubles the delay up to 15 s", async () => {
    const { clock, checkedAtMs, failover } = start();
    failover.setBusy("queue", true);
    failover.fail(new Error("refused"));
    await clock.advance(60_000);
    const delays = checkedAtMs.map((atMs, index) => atMs - (checkedAtMs[index - 1] ?? 0));
    expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it("notifies once per change, with the failure of Redis", async () => {
    const { clock, redis, changes, failover } = start();
    const cause = new Error("refused");
    failover.setBusy("queue", true);
    for (const error of [cause, new Error("refused again")]) failover.fail(error);
    expect(failover.mode).toBe("local");
    redis.isUp = true;
    await clock.advance(250);
    expect(failover.mode).toBe("shared");
    expect(changes).toEqual([
      { mode: "local", cause },
      { mode: "shared", cause: undefined },
    ]);
  });

  it("does not check while no calls are made, and checks at once on a call after the delay", async () => {
    const { clock, checkedAtMs, failover } = start();
    failover.setBusy("queue", true);
    failover.fail(new Error("refused"));
    failover.setBusy("queue", false);
    expect(clock.pending).toBe(0);
    await clock.advance(10_000);
    failover.setBusy("queue", true);
    await clock.advance(0);
    expect(checkedAtMs).toEqual([10_000]);
  });

  it("keeps checking until the last owner is idle", async () => {
    const { clock, checkedAtMs, failover } = start();
    failover.setBusy("one", true);
    failover.setBusy("other", true);
    failover.fail(new Error("refused"));
    failover.setBusy("one", false);
    await clock.advance(250);
    expect(checkedAtMs).toEqual([250]);
    failover.setBusy("other", false);
    expect(clock.pending).toBe(0);
  });

  it("sends one check at a time", async () => {
    const clock = new VirtualClock();
    let checks = 0;
    const failover = createFailover(() => {
      checks += 1;
      return new Promise(() => {});
    }, clock);
    failover.setBusy("one", true);
    failover.fail(new Error("refused"));
    await clock.advance(250);
    failover.setBusy("other", true);
    await clock.advance(60_000);
    expect(checks).toBe(1);
  });
});

describe("the failover when Redis fails again", () => {
  it.each([
    [15_000, 500],
    [15_001, 250],
  ])("resets the delay once Redis has worked for over 15 s (%i ms: %i ms)", async (uptimeMs, delayMs) => {
    const { clock, redis, checkedAtMs, failover } = start();
    redis.isUp = true;
    failover.setBusy("queue", true);
    failover.fail(new Error("refused"));
    await clock.advance(250 + uptimeMs);
    failover.fail(new Error("refused again"));
    await clock.advance(delayMs);
    expect(checkedAtMs).toEqual([250, 250 + uptimeMs + delayMs]);
  });
});
