import type { RateLimit } from "@segment-iam/client";
import { createRateLimitWindow, type RateLimitWindow, type Permit } from "../rate-limit/rate-limit-window.ts";
import type { RateLimitInfo } from "../rate-limit/read-rate-limit-info.ts";

/** What the spec states. */
export const limit: RateLimit = { requests: 60, windowSeconds: 60 };

/** What the server answers to request number `consumed` of a window that has `resetInMs` left. */
export const told = (consumed: number, resetInMs = 60_000, resetMs = 1_000_000): RateLimitInfo => ({
  ok: true,
  consumed,
  remaining: 60 - consumed,
  resetInMs,
  resetMs,
});

/** The answer of a server that tells nothing. */
export const untold: RateLimitInfo = { ok: true };

/** A 429. */
export const refused = (retryAfterMs?: number): RateLimitInfo => ({ ok: false, refused: true, retryAfterMs });

/** Sends one request and has it answered at once. */
export function ask(pace: RateLimitWindow, answer: RateLimitInfo | undefined, nowMs = 0): void {
  pace.receive(pace.send(nowMs), answer, nowMs);
}

/** Sends as much as a pace lets through at one time. */
export function sendAll(pace: RateLimitWindow, nowMs = 0, isBulk = false): Permit[] {
  const passes: Permit[] = [];
  while (pace.isOpen(isBulk, nowMs) && passes.length < 1_000) passes.push(pace.send(nowMs));
  return passes;
}

/** A pace that had a window to itself, at the beginning of the next one. */
export function alone(): RateLimitWindow {
  const pace = createRateLimitWindow(limit);
  for (let count = 1; count <= 60; count += 1) ask(pace, told(count));
  ask(pace, told(1, 60_000, 1_060_000), 60_050);
  return pace;
}
