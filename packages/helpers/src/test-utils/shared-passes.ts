import type { RateLimit } from "@segment-iam/client";
import type { Answer } from "../rate-limit/read-answer.ts";
import type { SharedPace, SharedPass } from "../redis/shared-pace.ts";

/** What the spec states. */
export const limit: RateLimit = { requests: 60, windowSeconds: 60 };

/** What the server answers to request number `consumed` of a window that has `resetInMs` left. */
export const told = (consumed: number, resetInMs = 60_000): Answer => ({
  ok: true,
  consumed,
  remaining: 60 - consumed,
  resetInMs,
  resetMs: 1_000_000,
});
export const untold: Answer = { ok: true };
export const failed: Answer = { ok: false };
export const refused = (retryAfterMs?: number): Answer => ({ ok: false, refused: true, retryAfterMs });

/** Sends a request as a probe. */
export function probe(pace: SharedPace, nowMs = 0): SharedPass {
  pace.accept({ kind: "probe" }, "interactive", nowMs);
  return pace.send(nowMs);
}

/** Sends a request by leave after which as many are left. */
export function sendGranted(
  pace: SharedPace,
  remaining: number,
  nowMs = 0,
  endsInMs: number = 60_000 - nowMs,
): SharedPass {
  pace.accept({ kind: "granted", remaining, endsInMs }, "interactive", nowMs);
  return pace.send(nowMs);
}
