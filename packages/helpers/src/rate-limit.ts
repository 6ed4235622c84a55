export { systemClock, type Clock } from "./clock.ts";
export { QueueFullError, WaitTooLongError } from "./rate-limit/rate-limit-errors.ts";
export { rateLimit, type RateLimiter } from "./rate-limit/rate-limit.ts";
export type { RateLimitOptions, RateLimitState } from "./rate-limit/types.ts";
