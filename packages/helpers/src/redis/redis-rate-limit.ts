import { ConfigError } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { systemClock } from "../clock.ts";
import type { RedisClient } from "./redis-client.ts";
import { RedisWindowStore } from "./redis-window-store.ts";
import { sharedRateLimit, type SharedRateLimiter, type SharedRateLimitOptions } from "./shared-rate-limit.ts";

/** Options of `redisRateLimit`. */
export interface RedisRateLimitOptions extends SharedRateLimitOptions {
  /**
   * A connected client of `redis` or `ioredis`. You own it: connect it before use, handle its `error` events, and close it afterwards.
   * Other code can use it too.
   */
  readonly client: RedisClient;
  /**
   * A name for the token, such as the workspace's id. It becomes part of the keys in Redis, so it must not be the token. The API also
   * counts by IP address, so processes with different addresses need different scopes.
   */
  readonly scope: string;
  /** The prefix of all keys in Redis. @default "segment-iam" */
  readonly keyPrefix?: string | undefined;
  /** The timeout of a command to Redis, in milliseconds. After a timeout, Redis is treated as unavailable. @default 500 */
  readonly timeoutMs?: number | undefined;
}

/**
 * Creates a rate limiter that counts requests together with all processes that use the same Redis, prefix and scope. Put it after
 * `retry`, in place of `rateLimit`. Requires Redis 5 or later.
 *
 * Each call gets a permit from Redis before it is sent. The clock of Redis determines when a window ends. The first request of a window is
 * sent alone. Its response sets the remaining requests and the end of the window for all processes. A 429 delays all processes.
 *
 * While Redis is unavailable, the limiter is in local mode: each process sends one call per operation at a time, within its own window.
 * Errors of Redis do not fail calls, but calls become slower, and are more likely to exceed `maxWaitMs`. `onModeChange` is called when
 * local mode starts and ends.
 *
 * Calls throw `QueueFullError` and `WaitTooLongError`, as with `rateLimit`.
 *
 * @throws {ConfigError} when the client or the scope is missing, the scope is a token, or a number is less than 0 or `NaN`
 * @example
 * const client = await createClient({ url: "redis://localhost" }).on("error", console.error).connect();
 * const limiter = redisRateLimit({ client, scope: workspaceId, onModeChange: ({ mode, cause }) => console.warn(mode, cause) });
 * const iam = createIamClient({ token, interceptors: [retry(), limiter] });
 */
export function redisRateLimit(options: RedisRateLimitOptions): SharedRateLimiter {
  const { client, scope, keyPrefix = "segment-iam", timeoutMs = 500, clock = systemClock, ...rest } = options;
  checkOptions(options);
  if (typeof client?.eval !== "function") {
    throw new ConfigError("client must be a connected client of redis or ioredis");
  }
  if (typeof scope !== "string" || scope === "") {
    throw new ConfigError("scope must be a non-empty string, such as the workspace's id");
  }
  if (scope.startsWith("sgp_")) {
    throw new ConfigError("scope must not be the token, because the scope becomes part of the keys in Redis");
  }
  const store = new RedisWindowStore({ client, keyPrefix: `${keyPrefix}:${scope}`, timeoutMs, clock });
  return sharedRateLimit(store, { ...rest, clock });
}
