import type { RateLimit } from "@segment-iam/client";
import type { RateLimitInfo } from "../rate-limit/read-rate-limit-info.ts";
import type { SharedWindow, SharedPermit } from "../redis/shared-window.ts";

/** What the spec states. */
export const limit: RateLimit = { requests: 60, windowSeconds: 60 };

/** What the server answers to request number `consumed` of a window that has `resetInMs` left. */
export const told = (consumed: number, resetInMs = 60_000): RateLimitInfo => ({
  ok: true,
  consumed,
  remaining: 60 - consumed,
  resetInMs,
  resetMs: 1_000_000,
});
export const untold: RateLimitInfo = { ok: true };
export const failed: RateLimitInfo = { ok: false };
export const refused = (retryAfterMs?: number): RateLimitInfo => ({ ok: false, refused: true, retryAfterMs });

/** Sends a request as a probe. */
export function probe(pace: SharedWindow, nowMs = 0): SharedPermit {
  pace.accept({ kind: "probe" }, "interactive", nowMs);
  return pace.send(nowMs);
}

/** Sends a request by leave after which as many are left. */
export function sendGranted(
  pace: SharedWindow,
  remaining: number,
  nowMs = 0,
  endsInMs: number = 60_000 - nowMs,
): SharedPermit {
  pace.accept({ kind: "granted", remaining, endsInMs }, "interactive", nowMs);
  return pace.send(nowMs);
}
