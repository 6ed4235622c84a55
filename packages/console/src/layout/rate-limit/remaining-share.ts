import type { RateLimitState } from "@segment-iam/helpers/rate-limit";

/**
 * Returns the remaining share of a rate limit from 0 to 1.
 *
 * Returns `undefined` while no window is known: before the first response, and after the pause that a 429 causes. The API may still
 * reject requests at these times.
 */
export function remainingShare({ limit, remaining, resetAtMs }: RateLimitState): number | undefined {
  if (remaining === undefined || resetAtMs === undefined) return undefined;
  // A 429 can state that no requests are left without stating the limit.
  if (remaining === 0) return 0;
  return limit === undefined ? undefined : Math.min(1, remaining / limit);
}

/** Returns the CSS color of a remaining share. */
export function shareColor(share: number): string {
  if (share > 0.5) return "var(--mantine-color-evergreen-7)";
  return share > 0.15 ? "var(--mantine-color-yellow-7)" : "var(--mantine-color-red-7)";
}
