import {
  ApiError,
  InputError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
  type RequestError,
} from "@segment-iam/client";
import { QueueFullError, WaitTooLongError } from "@segment-iam/helpers/rate-limit";
import { Refusal } from "../refusal.ts";
import type { Answer } from "./answer.ts";

const QUEUED = "Too many calls wait for the API's rate limit";

/** What the proxy answers to a failure. It repeats what went wrong only where that says nothing about the server. */
export function answerWithFailure(failure: unknown): Answer {
  if (failure instanceof Refusal) return refuse(failure.status, failure.type, failure.message);
  if (failure instanceof InputError) return refuse(400, "bad-request", failure.message);
  if (failure instanceof ApiError) return passOn(failure);
  if (failure instanceof NetworkError) return refuse(502, "bad-gateway", "The API could not be reached");
  if (failure instanceof InvalidResponseError) return refuse(502, "bad-gateway", "The API's answer could not be read");
  if (failure instanceof TimeoutError) return refuse(504, "gateway-timeout", "The API did not answer in time");
  if (failure instanceof WaitTooLongError)
    return fail(429, [{ type: "too-many-requests", message: QUEUED }], failure.retryAfterMs);
  if (failure instanceof QueueFullError) return refuse(503, "service-unavailable", QUEUED);
  return refuse(500, "internal-error", "The proxy failed");
}

/** The API's own words with its status. A body that is not the API's, such as an HTML page, does not come back. */
function passOn({ status, errors, retryAfterMs }: ApiError): Answer {
  const said = errors.length > 0 ? errors : [{ type: "upstream-error", message: `The API answered ${status}` }];
  return fail(status < 400 ? 502 : status, said, retryAfterMs);
}

function refuse(status: number, type: string, message: string): Answer {
  return fail(status, [{ type, message }]);
}

/** The proxy has tried again already where that made sense, so it tells its caller not to. */
function fail(status: number, errors: readonly RequestError[], retryAfterMs?: number): Answer {
  const retryAfter = retryAfterMs !== undefined && { "retry-after": String(Math.ceil(retryAfterMs / 1_000)) };
  return { status, body: { errors }, headers: { "x-should-retry": "false", ...retryAfter } };
}
