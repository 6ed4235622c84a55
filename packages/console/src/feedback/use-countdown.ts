import { useSyncExternalStore } from "react";

/** How often it is looked whether another second has passed. */
const TICK_MS = 250;

/** Counts the seconds down to a moment in epoch milliseconds; `undefined` without one, `0` once it is past. */
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
