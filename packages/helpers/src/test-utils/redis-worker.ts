import type { Handler } from "@segment-iam/client";
import type { RateLimitMode } from "../redis/failover.ts";
import { redisRateLimit } from "../redis/redis-rate-limit.ts";
import { retry } from "../retry/retry.ts";
import { createContext, write } from "./request-context.ts";
import { connectors, type RedisLibrary, type RedisAddress } from "./redis-clients.ts";

/** The limit that parties share. */
export const LIMIT = 20;
export const WINDOW_MS = 2_000;
/** How many calls of a party are under way or waiting at any time. */
const AT_ONCE = 3;

/** What a party had to see, and how it fared. */
export interface WorkerReport {
  readonly changes: readonly RateLimitMode[];
  readonly statuses: readonly number[];
  /** For each request sent by local pacing: how many of the party were under way. */
  readonly inFlightInLocalMode: readonly number[];
}

/** One of those who share a limit: a client of Redis, a limiter, and calls of one operation without end. */
export interface Worker {
  /** Lets the calls end that have begun. */
  stop(): Promise<WorkerReport>;
}

/** Who takes part, and in what. */
export interface WorkerOptions {
  readonly library: RedisLibrary;
  readonly redis: RedisAddress;
  /** How long Redis may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The server to call. */
  readonly url: string;
  readonly onModeChange: (mode: RateLimitMode) => void;
}

/** Starts to call a server. */
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
      // A call that was let go before the change may not have been sent yet.
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
  const operation = { ...write, limit: { requests: LIMIT, windowSeconds: WINDOW_MS / 1_000 } };
  const callOn = async (): Promise<void> => {
    while (!stopping.signal.aborted) statuses.push((await handler(createContext(operation))).status);
  };
  const calling = Promise.all(Array.from({ length: AT_ONCE }, callOn));
  return {
    async stop() {
      stopping.abort();
      await calling;
      // What is on its way to Redis fails then.
      isClosed = true;
      close();
      return { changes, statuses, inFlightInLocalMode };
    },
  };
}
