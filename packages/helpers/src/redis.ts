export type { Mode, ModeChange } from "./redis/failover.ts";
export type { IoRedisClient, NodeRedisClient, RedisClient } from "./redis/redis-client.ts";
export { redisRateLimit, type RedisRateLimitOptions } from "./redis/redis-rate-limit.ts";
export type { SharedRateLimiter } from "./redis/shared-rate-limit.ts";
export { QueueFullError } from "./rate-limit/queue-full-error.ts";
export type { RateLimitState } from "./rate-limit/rate-limit-state.ts";
export { WaitTooLongError } from "./rate-limit/wait-too-long-error.ts";
export { systemClock, type Clock } from "./time/clock.ts";
