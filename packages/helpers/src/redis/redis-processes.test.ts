import { fork, type ChildProcess } from "node:child_process";
import { expect, it, onTestFinished } from "vitest";
import { startSimulatedApi } from "../test-utils/start-simulated-api.ts";
import type { RedisLibrary } from "../test-utils/redis/redis-clients.ts";
import { LIMIT, WINDOW_MS, type WorkerReport } from "../test-utils/redis/redis-worker.ts";
import { startRedis } from "../test-utils/redis/redis-server.ts";
import type { RateLimitMode } from "./failover.ts";

const libraries: readonly RedisLibrary[] = ["redis", "ioredis", "redis", "ioredis"];
/** Long enough for a machine that starts four processes at once. */
const REDIS_TIMEOUT_MS = 2_000;

/** A message from a worker process. */
interface Message {
  readonly mode?: RateLimitMode;
  readonly report?: WorkerReport;
}

/** Starts a worker process. */
function forkWorker(library: RedisLibrary, path: string, url: string): ChildProcess {
  const main = new URL("../test-utils/redis/redis-worker-process.ts", import.meta.url);
  const child = fork(main, [library, path, url, String(REDIS_TIMEOUT_MS)], { execArgv: [] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Resolves to the first value that `find` returns for a message. */
function waitForMessage<Found>(child: ChildProcess, find: (message: Message) => Found | undefined): Promise<Found> {
  return new Promise((resolve, reject) => {
    child.on("message", (message: Message) => {
      const found = find(message);
      if (found !== undefined) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`The process ended with ${code}`)));
  });
}

it("shares one limit between four processes, and loses no call when Redis is killed and restarted empty", async () => {
  const redis = await startRedis({ onTestFinished });
  const api = await startSimulatedApi(LIMIT, WINDOW_MS, { onTestFinished });
  const countRefused = () => api.windows.reduce((count, { refused }) => count + refused, 0);
  const children = libraries.map((library) => forkWorker(library, redis.path, api.url));
  const waitForMode = (expected: RateLimitMode) =>
    Promise.all(children.map((child) => waitForMessage(child, ({ mode }) => (mode === expected ? mode : undefined))));

  await waitForMode("shared");
  await api.waitForRequests(LIMIT + LIMIT / 2);
  const refusedBefore = countRefused();

  const localMode = waitForMode("local");
  await redis.kill();
  await localMode;
  const sharedMode = waitForMode("shared");
  await redis.start();
  await sharedMode;
  await api.waitForRequests(LIMIT);

  const reports = Promise.all(children.map((child) => waitForMessage(child, ({ report }) => report)));
  for (const child of children) child.send("stop");
  for (const { changes, statuses, inFlightInLocalMode } of await reports) {
    expect(changes).toEqual(["local", "shared"]);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(inFlightInLocalMode.filter((count) => count > 0)).toEqual([]);
  }
  expect(refusedBefore).toBe(0);
  // A failover can exceed the limit of one window, by at most the limit itself.
  expect(countRefused()).toBeLessThanOrEqual(LIMIT);
});
