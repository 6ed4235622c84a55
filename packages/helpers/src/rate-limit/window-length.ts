import { DATE_RESOLUTION_MS, type RateLimitInfo } from "./read-rate-limit-info.ts";

/** The default length in milliseconds, used when neither the spec nor a response states one. */
const DEFAULT_LENGTH_MS = 60_000;
const MARGIN_MS = 50;

/** The length of an operation's windows: from the spec, or learned from responses if the spec has none or is wrong. */
export interface WindowLength {
  /** Sets the length from the spec, in milliseconds. */
  setSpec(specMs: number): void;
  /** Returns the length in milliseconds, or `NaN` if neither the spec nor responses state it. */
  knownMs(): number;
  /** Returns the length in milliseconds, or a default if it is not known. */
  lengthMs(): number;
  /**
   * Returns an upper bound of the time until the window of a response ends, in milliseconds. The bound does not depend on the local clock.
   * Also learns the length of windows from the response.
   */
  leftMs(info: RateLimitInfo): number;
  /** Stops learning, and discards the learned length. Called when a request after the end of a window got a 429. */
  stopLearning(): void;
}

/** Creates a `WindowLength` without a length from the spec. */
export function createWindowLength(): WindowLength {
  let specMs = NaN;
  /** The longest length that the first responses of windows stated. */
  let statedMs = 0;
  /** How many windows stated a length in their first response. */
  let stated = 0;

  /**
   * Returns the learned length, or the length from the spec. The first response of a window states the length in whole seconds. It can be
   * a second too short, if the server sets `Date` after the reset. So two windows must have stated a length, and the longer one applies.
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
      // The window started before the response, so its length is an upper bound too.
      return (isAbout(knownMs(), resetInMs) ? Math.min(byDatesMs, knownMs()) : byDatesMs) + MARGIN_MS;
    },

    stopLearning: () => void (stated = -Infinity),
  };
}

/** Returns whether a window of `lengthMs` can state the length `statedMs`, which is less accurate. */
function isAbout(lengthMs: number, statedMs: number): boolean {
  const excessMs = statedMs - lengthMs;
  return excessMs >= -DATE_RESOLUTION_MS && excessMs < DATE_RESOLUTION_MS;
}
