import { ApiError, IamError, InputError, InvalidResponseError, NetworkError, TimeoutError } from "@segment-iam/client";
import { isUnsent } from "../retry/is-unsent.ts";

/**
 * What a failure means for the items of its request: one of them may be at fault (`"input"`), nobody knows whether it was carried
 * out (`"ambiguous"`), or it was not carried out, and neither would the next one be (`"stop"`).
 */
export type Verdict = "input" | "ambiguous" | "stop";

/** Statuses that complain about what was sent, rather than about who sent it or when. */
const INPUT_STATUSES: ReadonlySet<number> = new Set([400, 404, 409, 410, 413, 414, 422, 431]);

/** Judges what one attempt failed with. `wasSent` tells whether there was one: a call can fail while it waits, too. */
export function classifyFailure(failure: unknown, wasSent: boolean): Verdict {
  if (failure instanceof InputError) return "input";
  if (failure instanceof ApiError) return judgeStatus(failure.status);
  if (failure instanceof NetworkError) return isUnsent(failure) ? "stop" : "ambiguous";
  const isOurs = failure instanceof IamError;
  // The other errors of this toolkit come before anything is sent; of a stranger's error nothing is known.
  if (isOurs && !(failure instanceof TimeoutError || failure instanceof InvalidResponseError)) return "stop";
  return wasSent ? "ambiguous" : "stop";
}

function judgeStatus(status: number): Verdict {
  if (status >= 500 || status === 408) return "ambiguous";
  return INPUT_STATUSES.has(status) ? "input" : "stop";
}
