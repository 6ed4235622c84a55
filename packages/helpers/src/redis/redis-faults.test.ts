import { it, type TestContext } from "vitest";
import { startSimulatedApi } from "../test-utils/start-simulated-api.ts";
import { LIMIT, startWorker, WINDOW_MS } from "../test-utils/redis-worker.ts";
import { startRedis, type RedisServer } from "../test-utils/redis-server.ts";
import { startDelayProxy, type DelayProxy } from "../test-utils/delay-proxy.ts";
import type { RateLimitMode } from "./failover.ts";

const TEST_TIMEOUT_MS = 60_000;
const REDIS_TIMEOUT_MS = 1_000;

type Context = Pick<TestContext, "expect" | "onTestFinished">;

/** Two workers, with a client of each library, that share a limit through a Redis that can be disturbed. */
async function start({ expect, onTestFinished }: Context, timeoutMs = REDIS_TIMEOUT_MS) {
  const redis = await startRedis({ onTestFinished });
  const path = await startDelayProxy(redis.path, { onTestFinished });
  const { url, windows, waitForRequests } = await startSimulatedApi(LIMIT, WINDOW_MS, { onTestFinished });
  let expected: { readonly mode: RateLimitMode; count: number; readonly resolve: () => void } | undefined;
  const onModeChange = (mode: RateLimitMode): void => {
    if (expected?.mode === mode && (expected.count -= 1) === 0) expected.resolve();
  };
  const workers = await Promise.all(
    (["redis", "ioredis"] as const).map((library) =>
      startWorker({ library, redis: path, timeoutMs, url, onModeChange }),
    ),
  );
  return {
    redis,
    path,
    waitForRequests,
    /** Resolves when both have changed to a mode, from now on. */
    turn: (mode: RateLimitMode) =>
      new Promise<void>((resolve) => void (expected = { mode, count: workers.length, resolve })),
    /** Lets all calls end, and looks at what must be true whatever happened. */
    async stop() {
      const reports = await Promise.all(workers.map((worker) => worker.stop()));
      for (const { statuses, inFlightInLocalMode } of reports) {
        expect(new Set(statuses)).toEqual(new Set([200]));
        expect(inFlightInLocalMode.filter((count) => count > 0)).toEqual([]);
      }
      const refused = windows.reduce((count, window) => count + window.refused, 0);
      // One window's worth at a failover.
      expect(refused).toBeLessThanOrEqual(LIMIT);
      return { refused, changes: reports.map(({ changes }) => changes) };
    },
  };
}

interface Disturbance {
  readonly what: string;
  readonly begin: (redis: RedisServer, path: DelayProxy) => unknown;
}

interface Outage extends Disturbance {
  readonly end: (redis: RedisServer, path: DelayProxy) => unknown;
}

const outages: Outage[] = [
  { what: "is killed, and started again empty", begin: (redis) => redis.kill(), end: (redis) => redis.start() },
  { what: "hangs", begin: (redis) => redis.pause(), end: (redis) => redis.resume() },
  {
    what: "is too slow",
    begin: (_, path) => (path.delayMs = 2 * REDIS_TIMEOUT_MS),
    end: (_, path) => (path.delayMs = 0),
  },
];

const nuisances: Disturbance[] = [
  { what: "forgets its scripts", begin: (redis) => redis.command("SCRIPT FLUSH") },
  { what: "is slow, but in time", begin: (_, path) => (path.delayMs = 20) },
];

it.concurrent.for(outages)(
  "processes continue in local mode while Redis $what, and return to shared mode",
  { timeout: TEST_TIMEOUT_MS },
  async ({ begin, end }, { expect, onTestFinished }) => {
    const { redis, path, waitForRequests, turn, stop } = await start({ expect, onTestFinished });
    await waitForRequests(LIMIT / 2);
    const away = turn("local");
    await begin(redis, path);
    await away;
    await waitForRequests(LIMIT / 2);
    const back = turn("shared");
    await end(redis, path);
    await back;
    await waitForRequests(LIMIT);
    const { changes } = await stop();
    expect(changes).toEqual(changes.map(() => ["local", "shared"]));
  },
);

it.concurrent(
  "processes continue in local mode when Redis stays unavailable",
  { timeout: TEST_TIMEOUT_MS },
  async ({ expect, onTestFinished }) => {
    const { redis, waitForRequests, turn, stop } = await start({ expect, onTestFinished });
    await waitForRequests(LIMIT / 2);
    const away = turn("local");
    await redis.kill();
    await away;
    await waitForRequests(LIMIT);
    const { changes } = await stop();
    expect(changes).toEqual(changes.map(() => ["local"]));
  },
);

it.concurrent.for(nuisances)(
  "processes stay in shared mode when Redis $what",
  { timeout: TEST_TIMEOUT_MS },
  async ({ begin }, { expect, onTestFinished }) => {
    const { redis, path, waitForRequests, stop } = await start({ expect, onTestFinished }, 10 * REDIS_TIMEOUT_MS);
    await waitForRequests(LIMIT / 2);
    await begin(redis, path);
    await waitForRequests(LIMIT);
    expect(await stop()).toEqual({ refused: 0, changes: [[], []] });
  },
);
