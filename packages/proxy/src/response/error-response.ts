import {
  ApiError,
  InputError,
  InvalidResponseError,
  NetworkError,
  CallTimeoutError,
  type RequestError,
} from "@segment-iam/client";
import { QueueFullError, WaitTooLongError } from "@segment-iam/helpers/rate-limit";
import { HttpError } from "../http-error.ts";
import { jsonResponse } from "./json-response.ts";
import type { Redact } from "./redact-token.ts";

/** The parts of an error that are safe to send to the caller. */
interface ErrorParts {
  readonly status: number;
  readonly errors: readonly RequestError[];
  readonly retryAfterMs?: number | undefined;
}

const QUEUED = "Too many calls are waiting for the API's rate limit";

/** Creates the response to a failed call. Includes an error's message only if it reveals nothing about the server. */
export function errorResponse(error: unknown, redact: Redact): Response {
  const { status, errors, retryAfterMs } = describe(error);
  // The proxy has already retried, so the client must not retry again.
  const headers: Record<string, string> = { "x-should-retry": "false" };
  if (retryAfterMs !== undefined) headers["retry-after"] = String(Math.ceil(retryAfterMs / 1_000));
  return jsonResponse({ status, body: { errors }, headers }, redact);
}

function describe(error: unknown): ErrorParts {
  if (error instanceof HttpError) return parts(error.status, error.type, error.message);
  if (error instanceof InputError) return parts(400, "bad-request", error.message);
  if (error instanceof ApiError) return upstreamError(error);
  if (error instanceof NetworkError) return parts(502, "bad-gateway", "The connection to the API failed");
  if (error instanceof InvalidResponseError) return parts(502, "bad-gateway", "The API's response could not be read");
  if (error instanceof CallTimeoutError) return parts(504, "gateway-timeout", "The API did not respond in time");
  if (error instanceof WaitTooLongError)
    return { ...parts(429, "too-many-requests", QUEUED), retryAfterMs: error.retryAfterMs };
  if (error instanceof QueueFullError) return parts(503, "service-unavailable", QUEUED);
  return parts(500, "internal-error", "The proxy could not process the call; its onError callback receives the reason");
}

/** Forwards the API's status and errors. A redirect becomes a 502. Drops a body that is not an error envelope, such as HTML. */
function upstreamError({ status, errors, retryAfterMs }: ApiError): ErrorParts {
  const responseStatus = status < 400 ? 502 : status;
  if (errors.length > 0) return { status: responseStatus, errors, retryAfterMs };
  return { ...parts(responseStatus, "upstream-error", `The API responded with ${status}`), retryAfterMs };
}

function parts(status: number, type: string, message: string): ErrorParts {
  return { status, errors: [{ type, message }] };
}
