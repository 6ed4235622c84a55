import type { RateLimiter } from "@segment-iam/helpers/rate-limit";
import type { SharedRateLimiter } from "@segment-iam/helpers/redis";
import { expectTypeOf, it } from "vitest";
import type { WatchedLimiter } from "./iam-context.ts";

it("is what every limiter of the helpers is", () => {
  expectTypeOf<RateLimiter>().toExtend<WatchedLimiter>();
  expectTypeOf<SharedRateLimiter>().toExtend<WatchedLimiter>();
});
