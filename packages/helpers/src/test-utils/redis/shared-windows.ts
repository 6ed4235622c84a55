import type { RateLimit } from "@segment-iam/client";
import type { RateLimitInfo } from "../../rate-limit/read-rate-limit-info.ts";
import { createSharedWindow, type SharedPermit, type SharedWindow } from "../../redis/shared-window.ts";

/** The limit from the spec. */
export const limit: RateLimit = { requests: 60, windowSeconds: 60 };

/** Returns the rate-limit information of the response to request number `consumed` of a window that ends in `resetInMs`. */
export const rateLimitInfo = (consumed: number, resetInMs = 60_000): RateLimitInfo => ({
  ok: true,
  consumed,
  remaining: 60 - consumed,
  resetInMs,
  resetMs: 1_000_000,
});

/** A success without rate-limit headers. */
export const noHeaders: RateLimitInfo = { ok: true };
/** A failure without rate-limit headers. */
export const failureInfo: RateLimitInfo = { ok: false };
/** Returns the rate-limit information of a 429. */
export const tooManyRequests = (retryAfterMs?: number): RateLimitInfo => ({
  ok: false,
  isRateLimited: true,
  retryAfterMs,
});

/** Creates a shared window with `specLimit`, the limit from the spec. */
export function createWindow(specLimit: RateLimit | undefined): SharedWindow {
  const window = createSharedWindow();
  window.setSpecLimit(specLimit);
  return window;
}

/** Reserves a request as the probe. */
export function sendProbe(window: SharedWindow, nowMs = 0): SharedPermit {
  window.recordTake({ kind: "probe" }, "interactive", nowMs);
  return window.reserve(false, nowMs);
}

/** Reserves a request with a grant from the store that leaves `remaining` requests. */
export function sendGranted(
  window: SharedWindow,
  remaining: number,
  nowMs = 0,
  endsInMs: number = 60_000 - nowMs,
): SharedPermit {
  window.recordTake({ kind: "granted", remaining, endsInMs }, "interactive", nowMs);
  return window.reserve(false, nowMs);
}
