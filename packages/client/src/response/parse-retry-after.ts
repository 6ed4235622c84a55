/**
 * Reads a `Retry-After` header as a delay in milliseconds (RFC 9110, 10.2.3).
 *
 * Returns `undefined` when the header is absent or unreadable, so that the caller falls back to its own backoff.
 * A date is measured against `nowMs`, and one in the past gives `0`.
 */
export function parseRetryAfter(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const delayMs = Date.parse(text) - nowMs;
  return Number.isNaN(delayMs) ? undefined : Math.max(0, delayMs);
}
