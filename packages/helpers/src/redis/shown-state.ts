import type { RateLimitState } from "../rate-limit/rate-limit-state.ts";
import type { SharedPace } from "./shared-pace.ts";

/** What is shown of a window that processes share: the same object until something changes. */
export class ShownState {
  #shown: RateLimitState | undefined;
  #endMs: number | undefined;
  #resetAtMs: number | undefined;

  /** How things stand, by the last word from Redis. */
  shared(pace: SharedPace, queued: number, nowMs: number): RateLimitState {
    const remaining = pace.remaining(nowMs);
    const endMs = pace.endsAtMs(nowMs);
    // Worked out once for each end: the local clock may be set meanwhile.
    if (endMs !== this.#endMs) this.#resetAtMs = endMs && Math.round(Date.now() + endMs - nowMs);
    this.#endMs = endMs;
    return this.#keep({
      limit: pace.limit,
      remaining,
      resetAtMs: this.#resetAtMs,
      blocked: remaining === 0,
      queued,
    });
  }

  /** How things stand for a process that paces itself while others wait behind the one call it sends. */
  local(state: RateLimitState, queued: number): RateLimitState {
    return this.#keep({ ...state, queued: state.queued + queued });
  }

  #keep(state: RateLimitState): RateLimitState {
    if (JSON.stringify(state) !== JSON.stringify(this.#shown)) this.#shown = state;
    return this.#shown ?? state;
  }
}
