import type { Handler } from "@segment-iam/client";
import type { RateLimitMode } from "../../redis/failover.ts";
import { redisRateLimit } from "../../redis/redis-rate-limit.ts";
import { retry } from "../../retry/retry.ts";
import { createContext, write } from "../request-context.ts";
import { connectors, type RedisLibrary, type RedisAddress } from "./redis-clients.ts";

/** The limit that all workers share, in requests per window. */
export const LIMIT = 20;
export const WINDOW_MS = 2_000;
/** How many calls a worker makes at the same time. */
const CONCURRENCY = 3;

/** The mode changes and response statuses of a worker. */
export interface WorkerReport {
  readonly changes: readonly RateLimitMode[];
  readonly statuses: readonly number[];
  /** For each request sent in local mode: how many requests of the worker were already in flight. */
  readonly inFlightInLocalMode: readonly number[];
}

/** Calls one operation in a loop, with its own Redis client and rate limiter. */
export interface Worker {
  /** Waits for the calls in flight, and closes the client. */
  stop(): Promise<WorkerReport>;
}

/** Options of `startWorker`. */
export interface WorkerOptions {
  readonly library: RedisLibrary;
  readonly redis: RedisAddress;
  /** How long a command to Redis can take, in milliseconds. */
  readonly timeoutMs: number;
  /** The URL of the server to call. */
  readonly url: string;
  readonly onModeChange: (mode: RateLimitMode) => void;
}

/** Starts a worker that calls a server until it is stopped. */
export async function startWorker({ library, redis, timeoutMs, url, onModeChange }: WorkerOptions): Promise<Worker> {
  const { client, close } = await connectors[library](redis);
  const changes: RateLimitMode[] = [];
  const statuses: number[] = [];
  const inFlightInLocalMode: number[] = [];
  let inFlight = 0;
  let isLocal = false;
  const stopping = new AbortController();
  let isClosed = false;

  const limiter = redisRateLimit({
    client,
    scope: "test",
    timeoutMs,
    onModeChange({ mode }) {
      if (isClosed) return;
      changes.push(mode);
      isLocal = false;
      // Waits, because calls that got a permit in shared mode may not have been sent yet.
      setImmediate(() => void (isLocal = limiter.mode === "local"));
      onModeChange(mode);
    },
  });
  const send: Handler = async ({ body }) => {
    if (isLocal) inFlightInLocalMode.push(inFlight);
    inFlight += 1;
    try {
      return await fetch(url, { method: "POST", body: body ?? null });
    } finally {
      inFlight -= 1;
    }
  };
  const handler = retry()(limiter(send));
  const operation = { ...write, rateLimit: { requests: LIMIT, windowSeconds: WINDOW_MS / 1_000 } };
  const callInLoop = async (): Promise<void> => {
    while (!stopping.signal.aborted) statuses.push((await handler(createContext(operation))).status);
  };
  const calls = Promise.all(Array.from({ length: CONCURRENCY }, callInLoop));
  return {
    async stop() {
      stopping.abort();
      await calls;
      // Commands in flight fail when the client closes. The resulting mode change is not part of the report.
      isClosed = true;
      close();
      return { changes, statuses, inFlightInLocalMode };
    },
  };
}
