import { ConfigError, type OperationDescriptor } from "@segment-iam/client";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useIam } from "./iam-provider.tsx";

/**
 * Returns the current rate limit state of an operation: `limit`, `remaining`, `resetAtMs`, `blocked` and the number of `queued` calls.
 *
 * Observes the `limiter` of the provider, which must also be an interceptor of the client. During server rendering and hydration,
 * the hook returns the documented limit.
 *
 * @throws {ConfigError} if the provider has no `limiter`.
 * @example
 * const { blocked, resetAtMs } = useRateLimit(deleteUsers);
 */
export function useRateLimit(operation: OperationDescriptor): RateLimitState {
  const { limiter } = useIam();
  if (!limiter) {
    throw new ConfigError(
      "No limiter found for useRateLimit. Pass the client's rateLimit() interceptor to <IamProvider limiter={limiter}>",
    );
  }
  const subscribe = useCallback((listener: () => void) => limiter.subscribe(operation, listener), [limiter, operation]);
  const serverState = useMemo(() => {
    const limit = operation.rateLimit?.requests;
    return { limit, remaining: limit, resetAtMs: undefined, blocked: false, queued: 0 };
  }, [operation]);
  return useSyncExternalStore(
    subscribe,
    () => limiter.state(operation),
    () => serverState,
  );
}
