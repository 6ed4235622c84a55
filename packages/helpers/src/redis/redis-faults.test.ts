import { it, type TestContext } from "vitest";
import { startSimulatedApi } from "../test-utils/start-simulated-api.ts";
import { LIMIT, startWorker, WINDOW_MS } from "../test-utils/redis/redis-worker.ts";
import { startRedis, type RedisServer } from "../test-utils/redis/redis-server.ts";
import { startDelayProxy, type DelayProxy } from "../test-utils/redis/delay-proxy.ts";
import type { RateLimitMode } from "./failover.ts";

const REDIS_TIMEOUT_MS = 1_000;

type Context = Pick<TestContext, "expect" | "onTestFinished">;

/** Starts two workers, one with each client library, that share a limit through Redis. */
async function start({ expect, onTestFinished }: Context, timeoutMs = REDIS_TIMEOUT_MS) {
  const redis = await startRedis({ onTestFinished });
  const proxy = await startDelayProxy(redis.path, { onTestFinished });
  const { url, windows, waitForRequests } = await startSimulatedApi(LIMIT, WINDOW_MS, { onTestFinished });
  let expected: { readonly mode: RateLimitMode; count: number; readonly resolve: () => void } | undefined;
  const onModeChange = (mode: RateLimitMode): void => {
    if (expected?.mode === mode && (expected.count -= 1) === 0) expected.resolve();
  };
  const workers = await Promise.all(
    (["redis", "ioredis"] as const).map((library) =>
      startWorker({ library, redis: proxy, timeoutMs, url, onModeChange }),
    ),
  );
  return {
    redis,
    proxy,
    waitForRequests,
    /** Resolves when both workers have changed to a mode after this call. */
    waitForMode: (mode: RateLimitMode) =>
      new Promise<void>((resolve) => void (expected = { mode, count: workers.length, resolve })),
    /** Stops the workers, and asserts the invariants of all faults. */
    async stop() {
      const reports = await Promise.all(workers.map((worker) => worker.stop()));
      for (const { statuses, inFlightInLocalMode } of reports) {
        expect(new Set(statuses)).toEqual(new Set([200]));
        expect(inFlightInLocalMode.filter((count) => count > 0)).toEqual([]);
      }
      const refused = windows.reduce((count, window) => count + window.refused, 0);
      // A failover can exceed the limit of one window, by at most the limit itself.
      expect(refused).toBeLessThanOrEqual(LIMIT);
      return { refused, changes: reports.map(({ changes }) => changes) };
    },
  };
}

interface Fault {
  readonly what: string;
  readonly begin: (redis: RedisServer, proxy: DelayProxy) => unknown;
}

interface Outage extends Fault {
  readonly end: (redis: RedisServer, proxy: DelayProxy) => unknown;
}

const outages: Outage[] = [
  { what: "is killed and restarted empty", begin: (redis) => redis.kill(), end: (redis) => redis.start() },
  { what: "hangs", begin: (redis) => redis.pause(), end: (redis) => redis.resume() },
  {
    what: "is too slow",
    begin: (_, proxy) => (proxy.delayMs = 2 * REDIS_TIMEOUT_MS),
    end: (_, proxy) => (proxy.delayMs = 0),
  },
];

const minorFaults: Fault[] = [
  { what: "loses its scripts", begin: (redis) => redis.command("SCRIPT FLUSH") },
  { what: "is slow, but within the timeout", begin: (_, proxy) => (proxy.delayMs = 20) },
];

it.concurrent.for(outages)(
  "continues in local mode while Redis $what, and then returns to shared mode",
  async ({ begin, end }, { expect, onTestFinished }) => {
    const { redis, proxy, waitForRequests, waitForMode, stop } = await start({ expect, onTestFinished });
    await waitForRequests(LIMIT / 2);
    const localMode = waitForMode("local");
    await begin(redis, proxy);
    await localMode;
    await waitForRequests(LIMIT / 2);
    const sharedMode = waitForMode("shared");
    await end(redis, proxy);
    await sharedMode;
    await waitForRequests(LIMIT);
    const { changes } = await stop();
    expect(changes).toEqual(changes.map(() => ["local", "shared"]));
  },
);

it.concurrent("continues in local mode when Redis stays unavailable", async ({ expect, onTestFinished }) => {
  const { redis, waitForRequests, waitForMode, stop } = await start({ expect, onTestFinished });
  await waitForRequests(LIMIT / 2);
  const localMode = waitForMode("local");
  await redis.kill();
  await localMode;
  await waitForRequests(LIMIT);
  const { changes } = await stop();
  expect(changes).toEqual(changes.map(() => ["local"]));
});

it.concurrent.for(minorFaults)(
  "stays in shared mode when Redis $what",
  async ({ begin }, { expect, onTestFinished }) => {
    const { redis, proxy, waitForRequests, stop } = await start({ expect, onTestFinished }, 10 * REDIS_TIMEOUT_MS);
    await waitForRequests(LIMIT / 2);
    await begin(redis, proxy);
    await waitForRequests(LIMIT);
    expect(await stop()).toEqual({ refused: 0, changes: [[], []] });
  },
);
