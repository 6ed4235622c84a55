import {
  ApiError,
  InputError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
  type RequestError,
} from "@segment-iam/client";
import { QueueFullError, WaitTooLongError } from "@segment-iam/helpers/rate-limit";
import { HttpError } from "../http-error.ts";
import { jsonResponse, type Redact } from "./json-response.ts";

/** The part of an error that the caller may see. */
interface ErrorParts {
  readonly status: number;
  readonly errors: readonly RequestError[];
  readonly retryAfterMs?: number | undefined;
}

const QUEUED = "Too many calls are waiting for the API's rate limit";

/** Makes the response to a call that failed. It has the message of an error only if that reveals nothing about the server. */
export function errorResponse(error: unknown, redact: Redact): Response {
  const { status, errors, retryAfterMs } = describe(error);
  // The proxy has retried already, so the client should not.
  const headers: Record<string, string> = { "x-should-retry": "false" };
  if (retryAfterMs !== undefined) headers["retry-after"] = String(Math.ceil(retryAfterMs / 1_000));
  return jsonResponse({ status, body: { errors }, headers }, redact);
}

function describe(error: unknown): ErrorParts {
  if (error instanceof HttpError) return parts(error.status, error.type, error.message);
  if (error instanceof InputError) return parts(400, "bad-request", error.message);
  if (error instanceof ApiError) return upstreamError(error);
  if (error instanceof NetworkError) return parts(502, "bad-gateway", "The API could not be reached");
  if (error instanceof InvalidResponseError) return parts(502, "bad-gateway", "The API's response could not be read");
  if (error instanceof TimeoutError) return parts(504, "gateway-timeout", "The API did not respond in time");
  if (error instanceof WaitTooLongError)
    return { ...parts(429, "too-many-requests", QUEUED), retryAfterMs: error.retryAfterMs };
  if (error instanceof QueueFullError) return parts(503, "service-unavailable", QUEUED);
  return parts(500, "internal-error", "The proxy failed");
}

/** Passes on the API's status and errors. A body that is not the error envelope, such as an HTML page, is not passed on. */
function upstreamError({ status, errors, retryAfterMs }: ApiError): ErrorParts {
  const shown = status < 400 ? 502 : status;
  if (errors.length > 0) return { status: shown, errors, retryAfterMs };
  return { ...parts(shown, "upstream-error", `The API responded with ${status}`), retryAfterMs };
}

function parts(status: number, type: string, message: string): ErrorParts {
  return { status, errors: [{ type, message }] };
}
