export { systemClock, type Clock } from "./clock.ts";
export { retry, type RetryEvent, type RetryOptions } from "./retry/retry.ts";
export { createRetryPolicy, type RetryPolicy, type RetryPolicyOptions } from "./retry/retry-policy.ts";
