import type { CallOptions } from "@segment-iam/client";
import { classifyFailure, type Verdict } from "./classify-failure.ts";

/** What came of a request, all its attempts together. */
export interface Outcome {
  readonly verdict: Verdict;
  /** Whether it may have been carried out: an attempt may have been, whatever a later one was answered. */
  readonly mayBeDone: boolean;
}

/** A call that is watched for what its attempts may have done. */
export interface TrackedCall {
  /** What to make the call with. */
  readonly options: CallOptions;
  /** What the call's failure means, in the light of all attempts. An abort is told by its being the signal's reason. */
  judge(failure: unknown): Outcome;
}

/**
 * Watches the attempts of a call that is made with these options.
 *
 * The last failure alone would mislead: a removal whose answer was lost is followed by a 404, or by a refused connection, though
 * it was carried out.
 */
export function trackAttempts(options: CallOptions): TrackedCall {
  const { signal, onAttempt, onRetry } = options;
  let isUnderWay = false;
  let mayBeDone = false;

  function judge(failure: unknown): Outcome {
    const isAbort = signal?.aborted && failure === signal.reason;
    const verdict = isAbort ? (isUnderWay ? "ambiguous" : "stop") : classifyFailure(failure, isUnderWay);
    mayBeDone ||= verdict === "ambiguous";
    return { verdict, mayBeDone };
  }

  return {
    options: {
      ...options,
      onAttempt(attempt) {
        // First, because nothing is sent when it throws.
        onAttempt?.(attempt);
        // Somebody repeats it who does not say why: of the attempt before nothing is known.
        mayBeDone ||= isUnderWay;
        isUnderWay = true;
      },
      onRetry(failure) {
        judge(failure);
        isUnderWay = false;
        onRetry?.(failure);
      },
    },
    judge,
  };
}
