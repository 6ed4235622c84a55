export { systemClock, type Clock } from "./clock.ts";
export { QueueFullError, WaitTooLongError } from "./rate-limit/rate-limit-errors.ts";
export type { RateLimitState } from "./rate-limit/types.ts";
export type { RateLimitMode, RateLimitModeChange } from "./redis/failover.ts";
export type { IoRedisClient, NodeRedisClient, RedisClient } from "./redis/redis-client.ts";
export { redisRateLimit, type RedisRateLimitOptions } from "./redis/redis-rate-limit.ts";
export type { SharedRateLimiter } from "./redis/shared-rate-limit.ts";
