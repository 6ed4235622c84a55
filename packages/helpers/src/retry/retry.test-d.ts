import { createIamClient } from "@segment-iam/client";
import { expectTypeOf, it } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { retry } from "./retry.ts";
import { createRetryPolicy, type RetryPolicy } from "./retry-policy.ts";

it("fits where interceptors go", () => {
  expectTypeOf(createIamClient).toBeCallableWith({ token: "t", interceptors: [retry(), rateLimit()] });
});

it("takes a policy of one's own, made from the usual one", () => {
  const usual = createRetryPolicy();
  const policy: RetryPolicy = (failure, attempt, operation) =>
    attempt > 1 ? undefined : usual(failure, attempt, operation);
  expectTypeOf(retry).toBeCallableWith({ policy });
});
