import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { connectors, type RedisLibrary } from "../test-utils/redis-clients.ts";
import { startRedis } from "../test-utils/redis-server.ts";
import { InMemoryWindowStore } from "../test-utils/in-memory-window-store.ts";
import { systemClock } from "../clock.ts";
import { RedisWindowStore } from "./redis-window-store.ts";
import type { Priority, WindowStore, WindowReport } from "./window-store.ts";
import { windowScripts } from "./window-scripts.ts";

// A machine that is busy with other things may take seconds to start a Redis and load its client.
vi.setConfig({ testTimeout: 60_000 });

const WINDOW_MS = 10_000;
const NOW_KEY = "now";

/** Windows in a real Redis, by its own clock or one that is set. */
async function start(library: RedisLibrary = "redis", time?: string) {
  const redis = await startRedis({ onTestFinished });
  const { client, close } = await connectors[library]({ path: redis.path });
  onTestFinished(close);
  const scripts = windowScripts(time);
  return {
    redis,
    client,
    windows: new RedisWindowStore({ client, keyPrefix: "test", timeoutMs: 5_000, clock: systemClock, scripts }),
  };
}

/** Something that is done to a window. */
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
/** What happens, and how long after what was before. */
const history = fc.array(fc.tuple(fc.oneof(fc.constant(0), fc.nat(1_500), fc.nat(1.2 * WINDOW_MS)), command), {
  maxLength: 30,
});

describe("RedisWindowStore", () => {
  it("behaves like the simulated store for any history", async () => {
    const { redis, windows } = await start("redis", `tonumber(redis.call('GET', '${NOW_KEY}'))`);
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(history, async (commands) => {
        const key = String((runs += 1));
        const clock = new VirtualClock();
        const simulated = new InMemoryWindowStore({ clock });
        for (const [pauseMs, command] of commands) {
          await clock.advance(pauseMs);
          await redis.command(`SET ${NOW_KEY} ${clock.now()}`);
          expect(await command(windows, key)).toEqual(await clock.run(command(simulated, key)));
        }
      }),
    );
  });

  it.each<RedisLibrary>(["redis", "ioredis"])(
    "opens, uses up and closes a window by Redis' own clock, with a client of %s",
    async (library) => {
      const { windows } = await start(library);
      expect(await windows.take("GET /users", "bulk")).toEqual({ kind: "probe" });
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
      // The last tenth is kept.
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

  it("lets a window expire an hour after its end", async () => {
    const { redis, windows } = await start();
    await windows.take("a", "interactive");
    await windows.report("a", { kind: "closed", forMs: 60_000 });
    const [, ttlMs = ""] = (await redis.command("PTTL test:a")).split(":");
    expect(Number(ttlMs)).toBeGreaterThan(3_600_000);
    expect(Number(ttlMs)).toBeLessThanOrEqual(3_660_000);
  });

  it("returns a probe that was granted after the timeout", async () => {
    const { redis, client, windows } = await start();
    const hurried = new RedisWindowStore({ client, keyPrefix: "test", timeoutMs: 20, clock: systemClock });
    redis.pause();
    await expect(hurried.take("a", "interactive")).rejects.toThrow("Redis did not reply within 20 ms");
    redis.resume();
    // A probe that is not returned expires only after 5 s.
    await vi.waitFor(async () => expect(await windows.take("a", "interactive")).toEqual({ kind: "probe" }));
  });

  it("keeps the probe of another process when a refusal arrives after the timeout", async () => {
    const { redis, client, windows } = await start();
    const hurried = new RedisWindowStore({ client, keyPrefix: "test", timeoutMs: 20, clock: systemClock });
    await windows.take("a", "interactive");
    redis.pause();
    await expect(hurried.take("a", "interactive")).rejects.toThrow("Redis did not reply within 20 ms");
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
