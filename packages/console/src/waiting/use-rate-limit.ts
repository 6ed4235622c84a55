import type { OperationDescriptor } from "@segment-iam/client";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import { useCallback, useSyncExternalStore } from "react";
import { limiter } from "../iam.ts";

/** How an operation's rate limit stands, as it changes. */
export function useRateLimit(operation: OperationDescriptor): RateLimitState {
  const subscribe = useCallback((listener: () => void) => limiter.subscribe(operation, listener), [operation]);
  return useSyncExternalStore(subscribe, () => limiter.state(operation));
}
