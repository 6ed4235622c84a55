import {
  ApiError,
  IamError,
  InputError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
  type OperationDescriptor,
} from "@segment-iam/client";
import { neverLeft } from "../retry/never-left.ts";

/**
 * What a chunk's failure means for its items: one of them may be at fault (`"input"`), nobody knows whether it was carried out
 * (`"ambiguous"`), or it was not carried out, and neither would the next one be (`"stop"`).
 */
export type Verdict = "input" | "ambiguous" | "stop";

/** Statuses that complain about what was sent, rather than about who sent it or when. */
const INPUT_STATUSES: ReadonlySet<number> = new Set([400, 404, 409, 410, 413, 414, 422, 431]);

/** Judges the failure of a chunk, retries having been of no use. */
export function judgeFailure(failure: unknown, operation: OperationDescriptor): Verdict {
  if (failure instanceof InputError) return "input";
  if (failure instanceof ApiError) return judgeStatus(failure, operation);
  if (failure instanceof NetworkError) return neverLeft(failure) ? "stop" : "ambiguous";
  // A call can run out of time in a queue, before it was sent at all.
  if (failure instanceof TimeoutError) return failure.attempts === 0 ? "stop" : "ambiguous";
  // The other errors of this toolkit come before anything is sent; of a stranger's error nothing is known.
  return failure instanceof IamError && !(failure instanceof InvalidResponseError) ? "stop" : "ambiguous";
}

function judgeStatus({ status, attempts }: ApiError, operation: OperationDescriptor): Verdict {
  if (status >= 500 || status === 408) return "ambiguous";
  // An earlier attempt may have removed them, and its answer been lost.
  if (status === 404 && attempts > 1 && operation.method === "DELETE") return "ambiguous";
  return INPUT_STATUSES.has(status) ? "input" : "stop";
}
