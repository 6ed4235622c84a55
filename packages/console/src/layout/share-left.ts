import type { RateLimitState } from "@segment-iam/helpers/rate-limit";

/** How much of a quota is left, from 0 to 1; all of it while nothing is known. */
export function shareLeft({ limit, remaining }: RateLimitState): number {
  return limit && remaining !== undefined ? Math.min(1, remaining / limit) : 1;
}

/** How to paint that much: red near the end, calm otherwise. */
export function shareColor(share: number): string {
  if (share > 0.5) return "evergreen";
  return share > 0.15 ? "yellow.7" : "red";
}
