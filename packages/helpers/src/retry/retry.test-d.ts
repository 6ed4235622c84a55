import { createIamClient } from "@segment-iam/client";
import { expectTypeOf, it } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { retry } from "./retry.ts";
import { createRetryPolicy, type RetryPolicy } from "./retry-policy.ts";

it("is an interceptor", () => {
  expectTypeOf(createIamClient).toBeCallableWith({ token: "t", interceptors: [retry(), rateLimit()] });
});

it("accepts a custom policy that wraps the default one", () => {
  const defaultPolicy = createRetryPolicy();
  const policy: RetryPolicy = (failure, attempt, operation) =>
    attempt > 1 ? undefined : defaultPolicy(failure, attempt, operation);
  expectTypeOf(retry).toBeCallableWith({ policy });
});
