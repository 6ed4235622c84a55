import type { OperationDescriptor } from "@segment-iam/client";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import { useCallback, useSyncExternalStore } from "react";
import { limiter } from "../iam.ts";
import { shareLeft } from "./share-left.ts";

/** The rate limit that has the least left of its quota; `undefined` while nothing is known of any. */
export function useTightestLimit(operations: readonly OperationDescriptor[]): RateLimitState | undefined {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = operations.map((operation) => limiter.subscribe(operation, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [operations],
  );
  return useSyncExternalStore(subscribe, () => tightest(operations.map((operation) => limiter.state(operation))));
}

function tightest(states: readonly RateLimitState[]): RateLimitState | undefined {
  return states
    .filter(({ remaining }) => remaining !== undefined)
    .toSorted((one, other) => shareLeft(one) - shareLeft(other))[0];
}
