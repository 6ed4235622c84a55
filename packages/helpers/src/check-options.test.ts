import { ConfigError, deleteUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { bulk } from "./bulk/bulk.ts";
import { rateLimit } from "./rate-limit/rate-limit.ts";
import { redisRateLimit } from "./redis/redis-rate-limit.ts";
import { retry } from "./retry/retry-interceptor.ts";
import { createRetryPolicy } from "./retry/retry-policy.ts";
import { removals } from "./test-utils/removals.ts";

const client = { eval: () => Promise.reject(new Error("not asked")) };
const policy = () => undefined;

const makers: Record<string, (options: object) => unknown> = {
  retry,
  "retry with a policy": (options) => retry({ policy, ...options }),
  createRetryPolicy,
  rateLimit,
  redisRateLimit: (options) => redisRateLimit({ client, scope: "one", ...options }),
  bulk: (options) => bulk(deleteUsers, removals().iam, [], options),
};

it.each([
  ["retry", "deadlineMs", 0],
  ["retry with a policy", "deadlineMs", 0],
  ["retry", "maxDelayMs", 0],
  ["createRetryPolicy", "attempts", 1],
  ["rateLimit", "maxQueue", 0],
  ["rateLimit", "maxWaitMs", 0],
  ["redisRateLimit", "maxQueue", 0],
  ["redisRateLimit", "maxWaitMs", 0],
  ["redisRateLimit", "timeoutMs", 0],
  ["bulk", "maxItems", 1],
  ["bulk", "maxUrlBytes", 0],
])("%s takes no %s below %i, and none that is no number", (name, option, least) => {
  for (const value of [least - 1, -Infinity, NaN]) {
    const make = () => makers[name]?.({ [option]: value });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(`The ${option} cannot be ${value}; use ${least} or more`);
  }
  for (const value of [least, Infinity, undefined]) makers[name]?.({ [option]: value });
});

it.each([
  ["retry", "attempts"],
  ["bulk", "maxItems"],
])("%s takes whole %s only", (name, option) => {
  expect(() => makers[name]?.({ [option]: 1.5 })).toThrow(`The ${option} cannot be 1.5; use 1 or more`);
});
