import { ConfigError } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { systemClock } from "../time/clock.ts";
import type { RedisClient } from "./redis-client.ts";
import { RedisWindowStore } from "./redis-window-store.ts";
import { sharedRateLimit, type SharedRateLimiter, type SharedRateLimitOptions } from "./shared-rate-limit.ts";

/** How `redisRateLimit` behaves. */
export interface RedisRateLimitOptions extends SharedRateLimitOptions {
  /**
   * A client of `redis` or `ioredis`. Connect it first, listen to its `error` events, and close it when you are done: none of that is done
   * here. It may be used for other things too.
   */
  readonly client: RedisClient;
  /**
   * Names the token whose limits are shared, the workspace's id for example. Never the token itself: it becomes part of keys in Redis.
   * The API counts by sender address too, so processes behind different ones have limits, and need scopes, of their own.
   */
  readonly scope: string;
  /** What all keys in Redis begin with. @default "segment-iam" */
  readonly keyPrefix?: string | undefined;
  /** How long Redis may take to answer, in milliseconds, before it counts as away. @default 500 */
  readonly timeoutMs?: number | undefined;
}

/**
 * Makes a `rateLimit` whose count all processes share that use the same Redis, prefix and scope. Put it after `retry`, in the place of
 * `rateLimit`. Needs Redis 5 or later.
 *
 * A call takes leave in Redis before it is sent, by Redis' time. The first of a window is sent alone, and its answer tells all
 * processes what is left and until when; a 429 holds all of them back. While Redis is away (refuses, fails, or takes longer than
 * `timeoutMs`) each process paces itself, one call of an operation at a time, and `onModeChange` says so. No call fails by
 * that alone, but it is slower, and those that would wait longer than `maxWaitMs` fail as ever.
 *
 * @throws {ConfigError} when there is no client, when the scope is missing or a token, or a number among the options is less than 0 or
 *   `NaN`. Its calls throw `QueueFullError` and `WaitTooLongError` as those of `rateLimit` do.
 * @example
 * const client = await createClient({ url: "redis://localhost" }).on("error", console.error).connect();
 * const limiter = redisRateLimit({ client, scope: workspaceId, onModeChange: ({ mode, cause }) => console.warn(mode, cause) });
 * const iam = createIamClient({ token, interceptors: [retry(), limiter] });
 */
export function redisRateLimit(options: RedisRateLimitOptions): SharedRateLimiter {
  const { client, scope, keyPrefix = "segment-iam", timeoutMs = 500, clock = systemClock, ...rest } = options;
  checkOptions(options);
  if (typeof client?.eval !== "function") {
    throw new ConfigError("redisRateLimit needs a client: the connected one of redis or ioredis");
  }
  if (typeof scope !== "string" || scope === "") {
    throw new ConfigError("redisRateLimit needs a scope that names the token, such as the workspace's id");
  }
  if (scope.startsWith("sgp_")) {
    throw new ConfigError("The scope of redisRateLimit must not be the token: it becomes part of keys in Redis");
  }
  const windows = new RedisWindowStore({ client, keyPrefix: `${keyPrefix}:${scope}`, timeoutMs, clock });
  return sharedRateLimit(windows, { ...rest, clock });
}
