import type { RateLimit } from "@segment-iam/client";
import { createRateLimitWindow, type RateLimitWindow, type Permit } from "../rate-limit/rate-limit-window.ts";
import type { RateLimitInfo } from "../rate-limit/read-rate-limit-info.ts";

/** What the spec states. */
export const limit: RateLimit = { requests: 60, windowSeconds: 60 };

/** What the server answers to request number `consumed` of a window that has `resetInMs` left. */
export const rateLimitInfo = (consumed: number, resetInMs = 60_000, resetMs = 1_000_000): RateLimitInfo => ({
  ok: true,
  consumed,
  remaining: 60 - consumed,
  resetInMs,
  resetMs,
});

/** The answer of a server that tells nothing. */
export const noHeaders: RateLimitInfo = { ok: true };

/** A 429. */
export const tooManyRequests = (retryAfterMs?: number): RateLimitInfo => ({
  ok: false,
  isRateLimited: true,
  retryAfterMs,
});

/** Creates a window with a limit from the spec. */
export function createWindow(specLimit: RateLimit | undefined): RateLimitWindow {
  const window = createRateLimitWindow();
  window.setSpecLimit(specLimit);
  return window;
}

/** Sends one request, and records its response at once. */
export function sendOne(window: RateLimitWindow, info: RateLimitInfo | undefined, nowMs = 0): void {
  window.record(window.reserve(nowMs), info, nowMs);
}

/** Sends as many requests as a window permits at one time. */
export function reserveAll(window: RateLimitWindow, nowMs = 0, isBulk = false): Permit[] {
  const permits: Permit[] = [];
  while (window.canSend(isBulk, nowMs) && permits.length < 1_000) permits.push(window.reserve(nowMs));
  return permits;
}

/** Returns a window in which no other client was seen, at the start of the next one. */
export function createUnsharedWindow(): RateLimitWindow {
  const window = createWindow(limit);
  for (let count = 1; count <= 60; count += 1) sendOne(window, rateLimitInfo(count));
  sendOne(window, rateLimitInfo(1, 60_000, 1_060_000), 60_050);
  return window;
}
