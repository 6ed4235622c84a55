import type { RateLimiter } from "@segment-iam/helpers/rate-limit";
import type { SharedRateLimiter } from "@segment-iam/helpers/redis";
import { expectTypeOf, it } from "vitest";
import type { ObservableRateLimiter } from "./iam-provider.tsx";

it("accepts every limiter of the helpers", () => {
  expectTypeOf<RateLimiter>().toExtend<ObservableRateLimiter>();
  expectTypeOf<SharedRateLimiter>().toExtend<ObservableRateLimiter>();
});
