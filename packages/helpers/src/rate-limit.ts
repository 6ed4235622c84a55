export { QueueFullError } from "./rate-limit/queue-full-error.ts";
export { rateLimit, type RateLimiter, type RateLimitOptions } from "./rate-limit/rate-limit.ts";
export type { RateLimitState } from "./rate-limit/rate-limit-state.ts";
export { WaitTooLongError } from "./rate-limit/wait-too-long-error.ts";
export { systemClock, type Clock } from "./time/clock.ts";
