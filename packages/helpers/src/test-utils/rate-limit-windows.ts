import type { RateLimit } from "@segment-iam/client";
import { createRateLimitWindow, type RateLimitWindow, type Permit } from "../rate-limit/rate-limit-window.ts";
import type { RateLimitInfo } from "../rate-limit/read-rate-limit-info.ts";

/** The limit from the spec. */
export const limit: RateLimit = { requests: 60, windowSeconds: 60 };

/** Returns the rate-limit information of the response to request number `consumed` of a window that ends in `resetInMs`. */
export const rateLimitInfo = (consumed: number, resetInMs = 60_000, resetMs = 1_000_000): RateLimitInfo => ({
  ok: true,
  consumed,
  remaining: 60 - consumed,
  resetInMs,
  resetMs,
});

/** A success without rate-limit headers. */
export const noHeaders: RateLimitInfo = { ok: true };

/** Returns the rate-limit information of a 429. */
export const tooManyRequests = (retryAfterMs?: number): RateLimitInfo => ({
  ok: false,
  isRateLimited: true,
  retryAfterMs,
});

/** Creates a window with `specLimit`, the limit from the spec. */
export function createWindow(specLimit: RateLimit | undefined): RateLimitWindow {
  const window = createRateLimitWindow();
  window.setSpecLimit(specLimit);
  return window;
}

/** Reserves one request and records its response. */
export function sendOne(window: RateLimitWindow, info: RateLimitInfo | undefined, nowMs = 0): void {
  window.record(window.reserve(false, nowMs), info, nowMs);
}

/** Reserves as many requests as a window permits at one time, up to 1,000. */
export function reserveAll(window: RateLimitWindow, nowMs = 0, isBulk = false): Permit[] {
  const permits: Permit[] = [];
  while (window.canSend(isBulk, nowMs) && permits.length < 1_000) permits.push(window.reserve(isBulk, nowMs));
  return permits;
}

/** Creates a window whose first request has completed at 60,050 ms. No other client used the previous window, which was full. */
export function createUnsharedWindow(): RateLimitWindow {
  const window = createWindow(limit);
  for (let count = 1; count <= 60; count += 1) sendOne(window, rateLimitInfo(count));
  sendOne(window, rateLimitInfo(1, 60_000, 1_060_000), 60_050);
  return window;
}
