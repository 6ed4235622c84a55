import { useEffect, useState } from "react";

/** How often it is looked whether another second has passed. */
const TICK_MS = 250;

/** Counts the seconds down to a moment in epoch milliseconds; `undefined` without one, `0` once it is past. */
export function useCountdown(endMs: number | undefined): number | undefined {
  const [nowMs, setNowMs] = useState(Date.now);
  const isPast = endMs === undefined || nowMs >= endMs;
  useEffect(() => {
    setNowMs(Date.now());
    if (isPast) return undefined;
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [endMs, isPast]);
  return endMs === undefined ? undefined : Math.max(0, Math.ceil((endMs - nowMs) / 1_000));
}
