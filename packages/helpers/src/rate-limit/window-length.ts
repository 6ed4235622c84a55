import type { RateLimitInfo } from "./read-rate-limit-info.ts";

/** The default length in milliseconds, used when neither the spec nor a response states one. */
const DEFAULT_LENGTH_MS = 60_000;
/** Dates in headers are whole seconds, so their difference is off by at most one second. */
const DATE_RESOLUTION_MS = 1_000;
const MARGIN_MS = 50;

/** The length of an operation's windows: from the spec, or learned from responses that contradict the spec. */
export interface WindowLength {
  /** Sets the length from the spec, in milliseconds. */
  setSpec(specMs: number): void;
  /** Returns the length in milliseconds, or `NaN` if neither the spec nor responses state it. */
  knownMs(): number;
  /** Returns the length in milliseconds, or a default if it is not known. */
  lengthMs(): number;
  /**
   * Returns an upper bound of the time until the window of a response ends, in milliseconds, and learns from it. It does not depend on the
   * local clock.
   */
  leftMs(info: RateLimitInfo): number;
  /** Discards the learned length, because a request after the end of a window got a 429. */
  distrust(): void;
}

/** Creates the length of an operation's windows. */
export function createWindowLength(): WindowLength {
  let specMs = NaN;
  /** The longest length that first requests of windows stated. */
  let statedMs = 0;
  /** How many first requests stated a length. */
  let stated = 0;

  /**
   * The first request of a window states its length in whole seconds. A server that sets `Date` later than the reset can state one second
   * less, so two windows are required.
   */
  const knownMs = (): number => (stated > 1 && !isAbout(specMs, statedMs) ? statedMs : specMs);
  const lengthMs = (): number => knownMs() || DEFAULT_LENGTH_MS;

  return {
    setSpec: (ms) => void (specMs = ms),
    knownMs,
    lengthMs,

    leftMs({ consumed, resetInMs }) {
      if (resetInMs === undefined) return lengthMs() + MARGIN_MS;
      const byDatesMs = resetInMs + DATE_RESOLUTION_MS;
      if (consumed !== 1) return byDatesMs + MARGIN_MS;
      statedMs = Math.max(statedMs, resetInMs);
      stated += 1;
      // The window cannot have started after the response, so its length is a bound, too.
      return (isAbout(knownMs(), resetInMs) ? Math.min(byDatesMs, knownMs()) : byDatesMs) + MARGIN_MS;
    },

    distrust: () => void (stated = -Infinity),
  };
}

/** Returns whether a stated length can be that of a window of `lengthMs`. */
function isAbout(lengthMs: number, statedMs: number): boolean {
  const excessMs = statedMs - lengthMs;
  return excessMs >= -DATE_RESOLUTION_MS && excessMs < DATE_RESOLUTION_MS;
}
