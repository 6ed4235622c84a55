import {
  ApiError,
  IamError,
  InputError,
  InvalidResponseError,
  NetworkError,
  CallTimeoutError,
  type CallOptions,
} from "@segment-iam/client";
import { isUnsent } from "../retry/retry-policy.ts";

/**
 * What a failure means for the items of its request:
 *
 * - `input`: the server rejected the request because of an item in it.
 * - `ambiguous`: the request may have been executed.
 * - `stop`: the request was not executed, and further requests would fail too.
 */
export type FailureKind = "input" | "ambiguous" | "stop";

/** The outcome of a failed call, across all its attempts. */
export interface FailedCall {
  readonly kind: FailureKind;
  /** Whether any attempt may have been executed, regardless of the last failure. */
  readonly mayBeDone: boolean;
}

/** A call whose attempts are tracked. */
export interface TrackedCall {
  /** The options for the call. */
  readonly options: CallOptions;
  /** Returns whether an attempt was sent and has not failed. */
  isInFlight(): boolean;
  /** Classifies the failure of the call. A failure that equals the signal's reason is an abort. */
  classify(failure: unknown): FailedCall;
}

/** Statuses caused by the content of the request, rather than by the token, the request rate or the server. */
const INPUT_STATUSES: ReadonlySet<number> = new Set([400, 404, 409, 410, 413, 414, 422, 431]);

/**
 * Tracks the attempts of a call.
 *
 * The last failure alone does not show whether the request was executed. When the response to a DELETE is lost, the retry can get a 404
 * although the first attempt was executed.
 */
export function trackAttempts(options: CallOptions): TrackedCall {
  const { signal, onAttempt, onRetry } = options;
  let isInFlight = false;
  let mayBeDone = false;

  function classify(failure: unknown): FailedCall {
    const isAbort = signal?.aborted && failure === signal.reason;
    const kind = isAbort ? (isInFlight ? "ambiguous" : "stop") : classifyFailure(failure, isInFlight);
    mayBeDone ||= kind === "ambiguous";
    return { kind, mayBeDone };
  }

  return {
    options: {
      ...options,
      onAttempt(attempt) {
        // Called first, because the attempt is not sent if this hook throws.
        onAttempt?.(attempt);
        // If the previous attempt was repeated without `onRetry`, its outcome is unknown.
        mayBeDone ||= isInFlight;
        isInFlight = true;
      },
      onRetry(failure) {
        classify(failure);
        isInFlight = false;
        onRetry?.(failure);
      },
    },
    isInFlight: () => isInFlight,
    classify,
  };
}

/**
 * Classifies the failure of one attempt.
 *
 * @param wasSent whether the attempt was sent. A call can also fail in the queue or during a delay.
 */
export function classifyFailure(failure: unknown, wasSent: boolean): FailureKind {
  if (failure instanceof InputError) return "input";
  if (failure instanceof ApiError) return classifyStatus(failure.status);
  if (failure instanceof NetworkError) return isUnsent(failure) ? "stop" : "ambiguous";
  // All other `IamError`s are thrown before the request is sent. An error of another class can be thrown at any time.
  const isAfterSending = failure instanceof CallTimeoutError || failure instanceof InvalidResponseError;
  if (failure instanceof IamError && !isAfterSending) return "stop";
  return wasSent ? "ambiguous" : "stop";
}

function classifyStatus(status: number): FailureKind {
  if (status >= 500 || status === 408) return "ambiguous";
  return INPUT_STATUSES.has(status) ? "input" : "stop";
}
