import { useSyncExternalStore } from "react";

const TICK_MS = 250;

/** Returns the seconds left until `endMs` (epoch milliseconds): `undefined` without an end, `0` once it has passed. */
export function useCountdown(endMs: number | undefined): number | undefined {
  return useSyncExternalStore(endMs === undefined ? subscribeToNothing : subscribeToTime, () =>
    endMs === undefined ? undefined : Math.max(0, Math.ceil((endMs - Date.now()) / 1_000)),
  );
}

function subscribeToTime(listener: () => void): () => void {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

function subscribeToNothing(): () => void {
  return () => {};
}

/** The time each error was first seen. It keeps the countdown from restarting when its component remounts. */
const firstSeenMs = new WeakMap<Error, number>();

/** Returns when the server allows a retry, in epoch milliseconds; `undefined` when the error has no `retryAfterMs`. */
export function retryAtMs(error: Error | null): number | undefined {
  if (!error || !("retryAfterMs" in error) || typeof error.retryAfterMs !== "number") return undefined;
  const startMs = firstSeenMs.get(error) ?? Date.now();
  firstSeenMs.set(error, startMs);
  return startMs + error.retryAfterMs;
}
