/** When each failure was first seen: a page that is left and entered again counts on, not from the start. */
const seenAtMs = new WeakMap<Error, number>();

/** Until when Segment asked to wait, in epoch milliseconds; `undefined` when it did not ask. */
export function waitEndMs(failure: Error | null): number | undefined {
  if (!failure || !("retryAfterMs" in failure) || typeof failure.retryAfterMs !== "number") return undefined;
  const startMs = seenAtMs.get(failure) ?? Date.now();
  seenAtMs.set(failure, startMs);
  return startMs + failure.retryAfterMs;
}
