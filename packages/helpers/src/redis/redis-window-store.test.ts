import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { connectors, type RedisLibrary } from "../test-utils/redis/redis-clients.ts";
import { startRedis } from "../test-utils/redis/redis-server.ts";
import { InMemoryWindowStore } from "../test-utils/redis/in-memory-window-store.ts";
import { systemClock } from "../clock.ts";
import { RedisWindowStore } from "./redis-window-store.ts";
import type { Priority, WindowStore, WindowReport } from "./window-store.ts";
import { windowScripts } from "./window-scripts.ts";

const WINDOW_MS = 10_000;
const NOW_KEY = "now";

/** Starts a store on a real Redis server. `time` is a Lua expression that replaces the clock of Redis. */
async function start(library: RedisLibrary = "redis", time?: string) {
  const redis = await startRedis({ onTestFinished });
  const { client, close } = await connectors[library]({ path: redis.path });
  onTestFinished(close);
  const options = { client, keyPrefix: "test", clock: systemClock, scripts: windowScripts(time) };
  return {
    redis,
    windows: new RedisWindowStore({ ...options, timeoutMs: 5_000 }),
    storeWithShortTimeout: new RedisWindowStore({ ...options, timeoutMs: 20 }),
  };
}

/** A command on a window. */
type Command = (windows: WindowStore, key: string) => Promise<unknown>;

const lengthMs = fc.double({ min: 0.5, max: 1.2 * WINDOW_MS, noNaN: true });
const report: fc.Arbitrary<WindowReport> = fc.oneof(
  fc.record({
    kind: fc.constant("window"),
    remaining: fc.nat(12),
    limit: fc.constantFrom(12, 30),
    windowMs: fc.constant(WINDOW_MS),
    endsInMs: lengthMs,
  }),
  fc.record({ kind: fc.constant("closed"), forMs: lengthMs }),
  fc.record({ kind: fc.constant("lost") }),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Priority[]>("interactive", "bulk").map(
      (priority): Command =>
        (windows, key) =>
          windows.take(key, priority),
    ),
  },
  {
    weight: 2,
    arbitrary: report.map(
      (report): Command =>
        (windows, key) =>
          windows.report(key, report),
    ),
  },
);
/** Commands, each with the delay before it in milliseconds. */
const history = fc.array(fc.tuple(fc.oneof(fc.constant(0), fc.nat(1_500), fc.nat(1.2 * WINDOW_MS)), command), {
  maxLength: 30,
});

describe("RedisWindowStore", () => {
  it("behaves like the in-memory store for any sequence of commands", async () => {
    const { redis, windows } = await start("redis", `tonumber(redis.call('GET', '${NOW_KEY}'))`);
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(history, async (commands) => {
        const key = String((runs += 1));
        const clock = new VirtualClock();
        const inMemory = new InMemoryWindowStore({ clock });
        for (const [pauseMs, command] of commands) {
          await clock.advance(pauseMs);
          await redis.command(`SET ${NOW_KEY} ${clock.now()}`);
          expect(await command(windows, key)).toEqual(await clock.run(command(inMemory, key)));
        }
      }),
    );
  });

  it.each<RedisLibrary>(["redis", "ioredis"])(
    "opens, uses up and closes a window by the clock of Redis, with a client of %s",
    async (library) => {
      const { windows } = await start(library);
      expect(await windows.take("GET /users", "interactive")).toEqual({ kind: "probe" });
      expect(await windows.take("GET /users", "bulk")).toEqual({ kind: "probing", waitMs: expect.closeTo(4_900, -4) });
      await windows.report("GET /users", {
        kind: "window",
        remaining: 2,
        limit: 10,
        windowMs: 60_000,
        endsInMs: 60_000,
      });
      expect(await windows.take("GET /users", "bulk")).toEqual({
        kind: "granted",
        remaining: 1,
        endsInMs: expect.closeTo(59_900, -4),
      });
      // The last tenth is reserved.
      expect(await windows.take("GET /users", "bulk")).toEqual({ kind: "full", waitMs: expect.closeTo(59_900, -4) });
      expect(await windows.take("GET /users", "interactive")).toMatchObject({ kind: "granted", remaining: 0 });
      await windows.report("GET /users", { kind: "closed", forMs: 90_000 });
      expect(await windows.take("GET /users", "interactive")).toEqual({
        kind: "full",
        waitMs: expect.closeTo(89_900, -4),
      });
      expect(await windows.take("GET /users/{userId}", "interactive")).toEqual({ kind: "probe" });
    },
  );

  it("reserves nothing if no interactive permit was taken within the length of a window", async () => {
    const { windows } = await start();
    const report = { kind: "window", remaining: 1, limit: 10, windowMs: 60_000, endsInMs: 60_000 } as const;
    await windows.take("bulk only", "bulk");
    await windows.report("bulk only", report);
    expect(await windows.take("bulk only", "bulk")).toMatchObject({ kind: "granted", remaining: 0 });
    await windows.take("both", "interactive");
    await windows.report("both", report);
    expect(await windows.take("both", "bulk")).toMatchObject({ kind: "full" });
  });

  it("forgets a window on a reset", async () => {
    const { windows } = await start();
    await windows.report("a", { kind: "closed", forMs: 60_000 });
    expect(await windows.take("a", "interactive")).toMatchObject({ kind: "full" });
    await windows.report("a", { kind: "reset" });
    expect(await windows.take("a", "interactive")).toEqual({ kind: "probe" });
  });

  it("deletes a window an hour after its end", async () => {
    const { redis, windows } = await start();
    await windows.take("a", "interactive");
    await windows.report("a", { kind: "closed", forMs: 60_000 });
    const [, ttlMs = ""] = (await redis.command("PTTL test:a")).split(":");
    expect(Number(ttlMs)).toBeGreaterThan(3_600_000);
    expect(Number(ttlMs)).toBeLessThanOrEqual(3_660_000);
  });

  it("releases a probe that was granted after the timeout", async () => {
    const { redis, windows, storeWithShortTimeout } = await start();
    redis.pause();
    await expect(storeWithShortTimeout.take("a", "interactive")).rejects.toThrow("Redis did not reply within 20 ms");
    redis.resume();
    // A probe that is not released expires after 5 s.
    await vi.waitFor(async () => expect(await windows.take("a", "interactive")).toEqual({ kind: "probe" }));
  });

  it("keeps the probe of another process when a late reply grants no probe", async () => {
    const { redis, windows, storeWithShortTimeout } = await start();
    await windows.take("a", "interactive");
    redis.pause();
    await expect(storeWithShortTimeout.take("a", "interactive")).rejects.toThrow("Redis did not reply within 20 ms");
    redis.resume();
    await windows.check();
    await windows.check();
    expect(await windows.take("a", "interactive")).toMatchObject({ kind: "probing" });
  });

  it("fails the check when Redis is read-only", async () => {
    const { redis, windows } = await start();
    await windows.check();
    await redis.command("REPLICAOF 127.0.0.1 1");
    await expect(windows.check()).rejects.toThrow("READONLY");
    await expect(windows.take("a", "interactive")).rejects.toThrow("READONLY");
  });
});
