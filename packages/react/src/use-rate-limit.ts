import { ConfigError, type OperationDescriptor } from "@segment-iam/client";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useIam } from "./iam-context.ts";

/**
 * How an operation's rate limit stands, as it changes: `limit`, `remaining`, `resetAtMs`, `blocked`, and how many calls are `queued`.
 *
 * It watches the `limiter` that the provider was given, which has to be among the client's interceptors. While a page is rendered
 * on a server and hydrated, it has what the spec states.
 *
 * @throws {ConfigError} when the provider has no `limiter`.
 * @example
 * const { blocked, resetAtMs } = useRateLimit(deleteUsers);
 */
export function useRateLimit(operation: OperationDescriptor): RateLimitState {
  const { limiter } = useIam();
  if (!limiter) throw new ConfigError("useRateLimit needs <IamProvider limiter={limiter}>: the client's rateLimit()");
  const subscribe = useCallback((listener: () => void) => limiter.subscribe(operation, listener), [limiter, operation]);
  const stated = useMemo(() => {
    const limit = operation.limit?.requests;
    return { limit, remaining: limit, resetAtMs: undefined, blocked: false, queued: 0 };
  }, [operation]);
  return useSyncExternalStore(
    subscribe,
    () => limiter.state(operation),
    () => stated,
  );
}
