import { ConfigError, deleteUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { bulk } from "./bulk/bulk.ts";
import { rateLimit } from "./rate-limit/rate-limit.ts";
import { redisRateLimit } from "./redis/redis-rate-limit.ts";
import { retry } from "./retry/retry.ts";
import { createRetryPolicy } from "./retry/retry-policy.ts";
import { deleteUsersClient } from "./test-utils/delete-users-client.ts";

const unused = () => Promise.reject(new Error("unused"));
const client = { eval: unused, evalSha: unused };
const policy = () => undefined;

const factories: Record<string, (options: object) => unknown> = {
  retry,
  "retry with a policy": (options) => retry({ policy, ...options }),
  createRetryPolicy,
  rateLimit,
  redisRateLimit: (options) => redisRateLimit({ client, scope: "one", ...options }),
  bulk: (options) => bulk(deleteUsers, deleteUsersClient().iam, [], options),
};

it.each([
  ["retry", "deadlineMs", 0],
  ["retry with a policy", "deadlineMs", 0],
  ["retry", "maxDelayMs", 0],
  ["createRetryPolicy", "maxAttempts", 1],
  ["rateLimit", "maxQueueSize", 0],
  ["rateLimit", "maxWaitMs", 0],
  ["redisRateLimit", "maxQueueSize", 0],
  ["redisRateLimit", "maxWaitMs", 0],
  ["redisRateLimit", "timeoutMs", 0],
  ["bulk", "maxBatchSize", 1],
  ["bulk", "maxUrlBytes", 0],
])("%s throws when %s is below %i or NaN", (name, option, least) => {
  for (const value of [least - 1, -Infinity, NaN]) {
    const create = () => factories[name]?.({ [option]: value });
    expect(create).toThrow(ConfigError);
    expect(create).toThrow(`${option} must be ${least ? "an integer" : "a number"} of at least ${least}, got ${value}`);
  }
  for (const value of [least, Infinity, undefined]) factories[name]?.({ [option]: value });
});

it.each([
  ["retry", "maxAttempts"],
  ["bulk", "maxBatchSize"],
])("%s throws when %s is not an integer", (name, option) => {
  expect(() => factories[name]?.({ [option]: 1.5 })).toThrow(`${option} must be an integer of at least 1, got 1.5`);
});
