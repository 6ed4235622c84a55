import type { RateLimit } from "@segment-iam/client";
import { compareResets, type RateLimitInfo } from "./read-rate-limit-info.ts";
import { createWindowLength } from "./window-length.ts";

/** The share of a window that is reserved for interactive calls. It is reserved for one window length after each interactive call. */
export const INTERACTIVE_SHARE = 0.1;
/** The first pause after a 429 that states no delay. It doubles with each consecutive 429. */
const FIRST_PAUSE_MS = 1_000;

/** One window of a rate limit, as known from responses. */
interface KnownWindow {
  /** The latest time at which it can end, in monotonic milliseconds. */
  endMs: number;
  /** Requests left, without subtracting those in flight. */
  remaining: number;
  /** Requests of this limiter in the window. Includes requests that the server may not have counted. */
  own: number;
  /** A lower bound of the requests of other clients in the window. */
  others: number;
  /** Whether no other client was seen in the previous window. `undefined` for the first window. */
  readonly unshared: boolean | undefined;
  /** Its end on the server's clock, in epoch milliseconds. It identifies the window. */
  readonly resetMs?: number | undefined;
  /** The length of the pause after a 429 that states no delay, in milliseconds. */
  readonly pauseMs?: number;
}

/** Permission to send one request: its window, or `undefined` for a probe. A probe is sent while no window is known. */
export type Permit = KnownWindow | undefined;

/**
 * The state of one operation's rate limit. It never waits and reads no clock. `nowMs` is the current time in monotonic milliseconds.
 * Unknown numbers are `Infinity`.
 *
 * A single request, the probe, opens a new window. Its response states how many requests are left, and when the window ends.
 */
export interface RateLimitWindow<P = Permit> {
  /** Sets the limit from the spec. It applies until a response states another limit. */
  setSpecLimit(specLimit: RateLimit | undefined): void;
  /** Returns the requests per window: from responses, or from the spec before the first response. */
  limit(): number;
  /** Returns the length of a window in milliseconds. */
  lengthMs(): number;
  /** Returns whether a request can be sent now. After an interactive call, a share of the window is reserved for interactive calls. */
  canSend(isBulk: boolean, nowMs: number): boolean;
  /** Returns the requests left, after subtracting those in flight. */
  remaining(nowMs: number): number;
  /** Returns when the current window ends, or `Infinity` if no window is known or it has no end. */
  endsAtMs(nowMs: number): number;
  /** Returns the shortest possible wait of a call behind `ahead` others, in milliseconds. */
  estimatedWaitMs(ahead: number, isBulk: boolean, nowMs: number): number;
  /** Reserves one request. Check `canSend` first. */
  reserve(isBulk: boolean, nowMs: number): P;
  /** Records the outcome of a request: its response, or `undefined` if none arrived. */
  record(permit: P, info: RateLimitInfo | undefined, nowMs: number): void;
  /** Discards the current window or pause, and the limit from responses. */
  reset(): void;
}

/** Returns how many requests of a window are reserved for interactive calls. */
export function interactiveReserve(limit: number): number {
  return limit < Infinity ? Math.floor(limit * INTERACTIVE_SHARE) : 0;
}

/** Creates the state of one operation's rate limit. */
export function createRateLimitWindow(): RateLimitWindow {
  const { setSpec, knownMs, lengthMs, leftMs, stopLearning } = createWindowLength();
  let specLimit = Infinity;
  let limit = Infinity;
  /** The newest known window, which may have ended, or the pause after a 429. */
  let latest: KnownWindow | undefined;
  let isProbing = false;
  let inFlight = 0;
  /** The time of the last interactive request. */
  let interactiveAtMs = -Infinity;
  /**
   * How many requests have completed without a count. The counts in responses to requests in flight at the same time may not include them.
   */
  let uncounted = 0;

  const current = (nowMs: number): KnownWindow | undefined => (latest && nowMs < latest.endMs ? latest : undefined);
  const reserved = (isBulk: boolean, nowMs: number): number =>
    isBulk && nowMs < interactiveAtMs + lengthMs() ? interactiveReserve(limit) : 0;
  const remaining = (nowMs: number): number => Math.max(0, (current(nowMs)?.remaining ?? limit) - inFlight);
  const endsAtMs = (nowMs: number): number => current(nowMs)?.endMs ?? Infinity;

  /** Pauses all calls after a 429. */
  function pause(retryAfterMs: number | undefined, nowMs: number): void {
    const known = current(nowMs);
    const pauseMs = Math.min((latest?.pauseMs ?? FIRST_PAUSE_MS / 2) * 2, lengthMs());
    const windowEndMs = endsAtMs(nowMs);
    const defaultEndMs = windowEndMs < Infinity ? windowEndMs : nowMs + pauseMs;
    const requestedEndMs = retryAfterMs === undefined ? defaultEndMs : nowMs + retryAfterMs;
    // The longest of several pauses applies.
    const endMs = known && known.remaining <= 0 ? Math.max(known.endMs, requestedEndMs) : requestedEndMs;
    latest = {
      endMs,
      remaining: 0,
      own: 0,
      others: 1,
      unshared: false,
      ...(retryAfterMs === undefined && { pauseMs }),
    };
  }

  function learn(permit: Permit, info: RateLimitInfo, left: number, nowMs: number): void {
    const { consumed, resetMs } = info;
    if (consumed !== undefined) limit = consumed + left + uncounted;
    // A probe can reach the server before the old window has ended. Its response then has the reset of the old window.
    const isNew = !latest || (!permit && nowMs >= latest.endMs);
    const order =
      latest?.resetMs === undefined || resetMs === undefined
        ? Number(permit === latest || isNew) - 1
        : compareResets(resetMs, latest.resetMs, lengthMs());
    if (order < 0) return;
    const endMs = nowMs + leftMs(info);
    const countOthers = (own: number): number => (consumed ?? 0) - own - inFlight;
    if (!latest || order > 0 || isNew) {
      const others = Math.max(0, countOthers(1));
      latest = { endMs, remaining: left, own: 1, others, unshared: latest && latest.others === 0, resetMs };
      return;
    }
    latest.endMs = Math.min(latest.endMs, endMs);
    latest.remaining = Math.min(latest.remaining, left);
    latest.own += 1;
    latest.others = Math.max(latest.others, countOthers(latest.own));
  }

  return {
    limit: () => limit,
    lengthMs,
    remaining,
    endsAtMs,

    setSpecLimit(spec) {
      if (!spec) return;
      setSpec(spec.windowSeconds * 1_000);
      specLimit = spec.requests;
      if (limit === Infinity) limit = specLimit;
      // A window that opened without a limit never ends, so it is discarded.
      if (latest?.endMs === Infinity) latest = undefined;
    },

    canSend(isBulk, nowMs) {
      const known = current(nowMs);
      if (!known) return !isProbing;
      const { own, others, unshared } = known;
      // If no other client was seen in this window and the previous one, all remaining requests can be in flight at once. Otherwise, the
      // number in flight at most doubles with each round trip. If other clients were seen, this client also uses only half of its share
      // of the remaining requests, so that all clients together cannot exceed the limit by much.
      const share = others === 0 && unshared !== false ? Infinity : (known.remaining * own) / (own + others) / 2;
      const maxInFlight = unshared && others === 0 ? Infinity : Math.max(1, Math.floor(Math.min(own + 1, share)));
      return inFlight < Math.min(known.remaining - reserved(isBulk, nowMs), maxInFlight);
    },

    estimatedWaitMs(ahead, isBulk, nowMs) {
      const reserve = reserved(isBulk, nowMs);
      const behind = ahead - Math.max(0, remaining(nowMs) - reserve);
      if (behind < 0) return 0;
      // The default window length is a guess, so no call is rejected because of it.
      const windowMs = knownMs() || 0;
      const endMs = endsAtMs(nowMs);
      const untilEndMs = endMs < Infinity ? endMs - nowMs : windowMs;
      return untilEndMs + Math.floor(behind / (limit - reserve)) * windowMs;
    },

    reserve(isBulk, nowMs) {
      if (!isBulk) interactiveAtMs = nowMs;
      const permit = current(nowMs);
      if (!permit) isProbing = true;
      if (!permit || inFlight === 0) uncounted = 0;
      inFlight += 1;
      return permit;
    },

    record(permit, info, nowMs) {
      inFlight -= 1;
      if (!permit) isProbing = false;
      if (!permit && info?.isRateLimited) stopLearning();
      if (info?.remaining === undefined) uncounted += 1;
      const known = current(nowMs);
      if (info?.isRateLimited) pause(info.retryAfterMs, nowMs);
      else if (info?.remaining !== undefined) learn(permit, info, info.remaining - uncounted, nowMs);
      else if (known) {
        // Without a response that has a count, assume that the request was counted.
        known.remaining -= 1;
        known.own += 1;
      } else if (info?.ok) {
        // Without counts, other clients are invisible. Without a limit, only a 429 delays calls.
        const endMs = limit < Infinity ? nowMs + leftMs(info) : Infinity;
        latest = { endMs, remaining: limit - 1, own: 1, others: 0, unshared: true };
      }
    },

    reset() {
      latest = undefined;
      limit = specLimit;
    },
  };
}
