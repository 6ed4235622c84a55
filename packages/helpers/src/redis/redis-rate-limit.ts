import { ConfigError } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { systemClock } from "../clock.ts";
import type { RedisClient } from "./redis-client.ts";
import { RedisWindowStore } from "./redis-window-store.ts";
import { sharedRateLimit, type SharedRateLimiter, type SharedRateLimitOptions } from "./shared-rate-limit.ts";

/** Options of `redisRateLimit`. */
export interface RedisRateLimitOptions extends SharedRateLimitOptions {
  /**
   * A client of `redis` or `ioredis`, which can be used for other things too. You own it: connect it first, handle its `error` events,
   * and close it when you are done.
   */
  readonly client: RedisClient;
  /**
   * A name for the token whose limits are shared, such as the workspace's id. Never the token itself, because it becomes part of keys in
   * Redis. The API also counts by IP address, so processes with different addresses need different scopes.
   */
  readonly scope: string;
  /** The prefix of all keys in Redis. @default "segment-iam" */
  readonly keyPrefix?: string | undefined;
  /** How long a command to Redis can take, in milliseconds, before Redis counts as unavailable. @default 500 */
  readonly timeoutMs?: number | undefined;
}

/**
 * Creates a rate limiter that shares its count with all processes that use the same Redis, prefix and scope. Put it after `retry`, in
 * place of `rateLimit`. Needs Redis 5 or later.
 *
 * Each call gets permission from Redis before it is sent, by Redis' clock. The first request of a window is sent alone, and its response
 * tells all processes what is left and until when. A 429 delays all of them.
 *
 * While Redis is unavailable, each process limits itself: it sends one call of an operation at a time, and reports this to
 * `onModeChange`. Calls become slower, but do not fail for that reason alone.
 *
 * Its calls throw `QueueFullError` and `WaitTooLongError`, like those of `rateLimit`.
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
    throw new ConfigError("scope must be a non-empty name for the token, such as the workspace's id");
  }
  if (scope.startsWith("sgp_")) {
    throw new ConfigError("scope must not be the token, because it becomes part of keys in Redis");
  }
  const store = new RedisWindowStore({ client, keyPrefix: `${keyPrefix}:${scope}`, timeoutMs, clock });
  return sharedRateLimit(store, { ...rest, clock });
}
