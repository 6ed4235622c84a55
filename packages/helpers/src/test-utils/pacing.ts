import type { RateLimit } from "@segment-iam/client";
import { createPace, type Pace, type Pass } from "../rate-limit/pace.ts";
import type { Answer } from "../rate-limit/read-answer.ts";

/** What the spec states. */
export const limit: RateLimit = { requests: 60, windowSeconds: 60 };

/** What the server answers to request number `consumed` of a window that has `resetInMs` left. */
export const told = (consumed: number, resetInMs = 60_000, resetMs = 1_000_000): Answer => ({
  ok: true,
  consumed,
  remaining: 60 - consumed,
  resetInMs,
  resetMs,
});

/** The answer of a server that tells nothing. */
export const untold: Answer = { ok: true };

/** A 429. */
export const refused = (retryAfterMs?: number): Answer => ({ ok: false, refused: true, retryAfterMs });

/** Sends one request and has it answered at once. */
export function ask(pace: Pace, answer: Answer | undefined, nowMs = 0): void {
  pace.receive(pace.send(nowMs), answer, nowMs);
}

/** Sends as much as a pace lets through at one time. */
export function sendAll(pace: Pace, nowMs = 0, isBulk = false): Pass[] {
  const passes: Pass[] = [];
  while (pace.isOpen(isBulk, nowMs) && passes.length < 1_000) passes.push(pace.send(nowMs));
  return passes;
}

/** A pace that had a window to itself, at the beginning of the next one. */
export function alone(): Pace {
  const pace = createPace(limit);
  for (let count = 1; count <= 60; count += 1) ask(pace, told(count));
  ask(pace, told(1, 60_000, 1_060_000), 60_050);
  return pace;
}
