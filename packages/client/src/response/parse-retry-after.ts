/**
 * Reads a `Retry-After` header as a delay in milliseconds (RFC 9110, 10.2.3).
 *
 * Gives `NaN` when the header is absent or unreadable, so that the caller falls back to something else. A date is measured
 * against `nowMs`, and one in the past gives a negative delay.
 */
export function parseRetryAfter(text: string, nowMs: number): number {
  // A fraction is no delay by the RFC, but `Date.parse` would read it as a month and a day long past.
  return /^[\d.]+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs;
}
