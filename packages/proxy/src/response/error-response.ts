import {
  ApiError,
  InputError,
  InvalidResponseError,
  NetworkError,
  CallTimeoutError,
  type RequestError,
} from "@segment-iam/client";
import { QueueFullError, WaitTooLongError } from "@segment-iam/helpers/rate-limit";
import type { ProxiedCall } from "../proxied-call.ts";
import { HttpError } from "./http-error.ts";
import { jsonResponse } from "./json-response.ts";

/** The parts of an error that are safe to send to the caller. */
interface ErrorParts {
  readonly status: number;
  readonly errors: readonly RequestError[];
  readonly retryAfterMs?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The longest delay that all clients support (RFC 9111, 1.2.2). The API's delay may be `Infinity`, which is not a valid header. */
const MAX_RETRY_AFTER_SECONDS = 2 ** 31;

const QUEUED = "Too many calls are waiting for the API's rate limit";

const INTERNAL = "The proxy could not process the call; its onError callback receives the reason";

/** Creates the response to a failed call. Includes an error's message only if it reveals nothing about the server. Does not throw. */
export function errorResponse(error: unknown, isAborted: boolean, call: ProxiedCall): Response {
  let described = parts(500, "internal-error", INTERNAL);
  try {
    described = describe(error, isAborted);
    return createResponse(described, call);
  } catch {
    // The error is a `Proxy` that throws, or the API's errors are nested too deeply to serialize.
    return createResponse(parts(described.status, "internal-error", INTERNAL), call);
  }
}

function createResponse({ status, errors, retryAfterMs, headers: more }: ErrorParts, call: ProxiedCall): Response {
  // The proxy has already retried, so the client must not retry again.
  const headers: Record<string, string> = { "x-should-retry": "false", ...more };
  if (retryAfterMs !== undefined)
    headers["retry-after"] = String(Math.min(Math.ceil(retryAfterMs / 1_000), MAX_RETRY_AFTER_SECONDS));
  return jsonResponse({ status, body: { errors }, headers }, call);
}

function describe(error: unknown, isAborted: boolean): ErrorParts {
  if (error instanceof HttpError) return { ...parts(error.status, error.type, error.message), headers: error.headers };
  if (error instanceof InputError) return parts(400, "bad-request", error.message);
  if (error instanceof ApiError) return upstreamError(error);
  if (error instanceof NetworkError) return parts(502, "bad-gateway", "The connection to the API failed");
  if (error instanceof InvalidResponseError) return parts(502, "bad-gateway", "The API's response could not be read");
  if (error instanceof CallTimeoutError) return parts(504, "gateway-timeout", "The API did not respond in time");
  if (error instanceof WaitTooLongError)
    return { ...parts(429, "too-many-requests", QUEUED), retryAfterMs: error.retryAfterMs };
  if (error instanceof QueueFullError) return parts(503, "service-unavailable", QUEUED);
  // The status of nginx for a request that the caller aborted. Only the audit log shows it.
  if (isAborted) return parts(499, "aborted", "The caller aborted the request");
  return parts(500, "internal-error", INTERNAL);
}

/** Forwards the API's status and errors. A redirect, or a status that `Response` does not support, becomes a 502. Drops a body that is not an error envelope, such as HTML. */
function upstreamError({ status, errors, retryAfterMs }: ApiError): ErrorParts {
  const responseStatus = status < 400 || status > 599 ? 502 : status;
  if (errors.length > 0) return { status: responseStatus, errors, retryAfterMs };
  return { ...parts(responseStatus, "upstream-error", `The API responded with ${status}`), retryAfterMs };
}

function parts(status: number, type: string, message: string): ErrorParts {
  return { status, errors: [{ type, message }] };
}
