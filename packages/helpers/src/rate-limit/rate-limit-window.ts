import type { RateLimit } from "@segment-iam/client";
import type { RateLimitInfo } from "./read-rate-limit-info.ts";
import { compareEnds, windowLeftMs, type Window } from "./window.ts";

/** The share of a window that bulk work leaves to interactive calls. */
const INTERACTIVE_SHARE = 0.1;
/** Where nobody states the length of a window. */
const DEFAULT_WINDOW_MS = 60_000;
/** The first closing after a 429 that did not say for how long; it doubles with each such 429 in a row. */
const UNTOLD_CLOSING_MS = 1_000;
/** What a 429 is taken to ask for that asks for more than a number or a date can hold, as RFC 9111, 1.2.2 has it of overflows. */
const LONGEST_CLOSING_MS = 1e15;

/** Leave to send one request: the window it was given in, or `undefined` where that was not known, which makes it a probe. */
export type Permit = Window | undefined;

/**
 * What is known of one operation's rate limit, and how many requests it lets through. It decides and never waits: the time is an
 * argument, in milliseconds on a monotonic clock. A figure that is not known is `Infinity`.
 *
 * A window that is not known is opened by a single request, the probe, whose answer tells what is left and until when.
 */
export interface RateLimitWindow<P = Permit> {
  /** Takes the limit the spec states for granted, as long as no answer has told another. */
  assume(stated: RateLimit | undefined): void;
  /** How many requests a window takes: what answers told, the spec's figure before the first. */
  limit(): number;
  /** Whether a request may be sent now. Bulk work leaves a tenth of a window to interactive calls. */
  isOpen(isBulk: boolean, nowMs: number): boolean;
  /** The requests left, those under way taken off. */
  remaining(nowMs: number): number;
  /** When the present state ends by itself; `Infinity` when only an answer can change it. */
  endsAtMs(nowMs: number): number;
  /** How long a call will wait that has `ahead` others before it, at least, as far as that can be foreseen. */
  waitMs(ahead: number, isBulk: boolean, nowMs: number): number;
  /** Reserves one request. Ask `isOpen` first. */
  send(nowMs: number): P;
  /** Takes in what came of a request: its answer, or `undefined` when none arrived. */
  receive(pass: P, answer: RateLimitInfo | undefined, nowMs: number): void;
}

/** Makes the pace of an operation from the limit the spec states, if that is known already. */
export function createRateLimitWindow(stated?: RateLimit): RateLimitWindow {
  let statedMs = NaN;
  let windowMs = DEFAULT_WINDOW_MS;
  let limit = Infinity;
  /** The newest window seen, which may be over, or what a 429 forbids. */
  let window: Window | undefined;
  let isProbing = false;
  let inFlight = 0;
  /** Requests that failed while others were under way: the answers to those may not have counted them. */
  let uncounted = 0;

  const open = (nowMs: number): Window | undefined => (window && nowMs < window.endMs ? window : undefined);
  const kept = (isBulk: boolean): number => (isBulk && limit < Infinity ? Math.floor(limit * INTERACTIVE_SHARE) : 0);
  const remaining = (nowMs: number): number => Math.max(0, (open(nowMs)?.remaining ?? limit) - inFlight);
  const endsAtMs = (nowMs: number): number => open(nowMs)?.endMs ?? Infinity;

  function assume(stated: RateLimit | undefined): void {
    if (!stated) return;
    statedMs = windowMs = stated.windowSeconds * 1_000;
    if (limit === Infinity) limit = stated.requests;
    // Without any figure it was to stay open.
    if (window?.endMs === Infinity) window = undefined;
  }

  /** A 429 closes the gate for everybody, for as long as it says, and leaves nothing of the window it belongs to. */
  function close(told: number | undefined, nowMs: number): void {
    const known = open(nowMs);
    const backoffMs = Math.min((window?.backoffMs ?? UNTOLD_CLOSING_MS / 2) * 2, windowMs);
    const untilEndMs = endsAtMs(nowMs);
    const untoldMs = untilEndMs < Infinity ? untilEndMs : nowMs + backoffMs;
    const untilMs = told === undefined ? untoldMs : nowMs + Math.min(told, LONGEST_CLOSING_MS);
    // Of several 429s the one that asks for most counts.
    const endMs = known && known.remaining <= 0 ? Math.max(known.endMs, untilMs) : untilMs;
    window = { endMs, remaining: 0, own: 0, others: 1, alone: false, ...(told === undefined && { backoffMs }) };
  }

  function learn(pass: Permit, answer: RateLimitInfo, left: number, nowMs: number): void {
    const { consumed, resetMs } = answer;
    if (consumed !== undefined) limit = consumed + left + uncounted;
    // A probe that finds the old window still open was sent too early; its answer is the better word.
    const isNews = !window || (!pass && nowMs >= window.endMs);
    const order =
      window?.resetMs === undefined || resetMs === undefined
        ? Number(pass === window || isNews) - 1
        : compareEnds(resetMs, window.resetMs, windowMs);
    if (order < 0) return;
    const endMs = nowMs + windowLeftMs(answer, statedMs, windowMs);
    const strangers = (own: number): number => (consumed ?? 0) - own - inFlight;
    if (!window || order > 0 || isNews) {
      const others = Math.max(0, strangers(1));
      window = { endMs, remaining: left, own: 1, others, alone: window?.others === 0, resetMs };
      return;
    }
    window.endMs = Math.min(window.endMs, endMs);
    window.remaining = Math.min(window.remaining, left);
    window.own += 1;
    window.others = Math.max(window.others, strangers(window.own));
  }

  assume(stated);
  return {
    assume,
    limit: () => limit,
    remaining,
    endsAtMs,

    isOpen(isBulk, nowMs) {
      const known = open(nowMs);
      if (!known) return !isProbing;
      const { own, others, alone } = known;
      // Alone, all that is left may be under way at once. Next to others, our share of half of it, so that all together cannot
      // overshoot by much. Never more than one more than were answered: as long as nothing is known, that doubles each round trip.
      const share = Math.max(1, Math.min(own + 1, (known.remaining * own) / (own + others) / 2));
      return inFlight < Math.min(known.remaining - kept(isBulk), alone && others === 0 ? Infinity : Math.floor(share));
    },

    waitMs(ahead, isBulk, nowMs) {
      const behind = ahead - Math.max(0, remaining(nowMs) - kept(isBulk));
      if (behind < 0) return 0;
      // Nobody is turned away for the length of windows that nobody stated.
      const lengthMs = statedMs || 0;
      const endMs = endsAtMs(nowMs);
      const untilEndMs = endMs < Infinity ? endMs - nowMs : lengthMs;
      return untilEndMs + Math.floor(behind / (limit - kept(isBulk))) * lengthMs;
    },

    send(nowMs) {
      const pass = open(nowMs);
      if (!pass) isProbing = true;
      if (!pass || inFlight === 0) uncounted = 0;
      inFlight += 1;
      return pass;
    },

    receive(pass, answer, nowMs) {
      inFlight -= 1;
      if (!pass) isProbing = false;
      if (answer?.remaining === undefined) uncounted += 1;
      const known = open(nowMs);
      if (answer?.refused) close(answer.retryAfterMs, nowMs);
      else if (answer?.remaining !== undefined) learn(pass, answer, answer.remaining - uncounted, nowMs);
      else if (known) {
        // Nothing was told of the count. It may have been one more.
        known.remaining -= 1;
        known.own += 1;
      } else if (answer?.ok) {
        // Of others nothing can be seen. Without any figure, only a 429 holds calls back.
        const endMs = limit < Infinity ? nowMs + windowLeftMs(answer, statedMs, windowMs) : Infinity;
        window = { endMs, remaining: limit - 1, own: 1, others: 0, alone: true };
      }
    },
  };
}
