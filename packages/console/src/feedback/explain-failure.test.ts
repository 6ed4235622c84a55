import {
  ApiError,
  InputError,
  InvalidResponseError,
  NetworkError,
  CallTimeoutError,
  type IamFailure,
  type RequestError,
} from "@segment-iam/client";
import { QueueFullError, WaitTooLongError } from "@segment-iam/helpers/rate-limit";
import { expect, it } from "vitest";
import { explainFailure, failureReason } from "./explain-failure.ts";

function apiError(status: number, ...errors: RequestError[]): ApiError {
  return new ApiError({ operation: "getUser", status, errors, attempts: 1, retryAfterMs: undefined });
}

const notFound = { type: "not-found", message: "The user u1 was not found", field: "userId" };
const refused = new NetworkError("getUser", 2, new Error("connect ECONNREFUSED 127.0.0.1:4300"));
const timeout = new CallTimeoutError("getUser", 1, 15_000);
const invalidResponse = new InvalidResponseError("getUser", 200, "<html>", "the body is not JSON");
const invalidInput = new InputError("getUser", "userId", "must not be empty");
const queueFull = new QueueFullError("getUser", 0, 1_000);
const waitTooLong = new WaitTooLongError("getUser", 0, 5_000, 61_000);

// Every message of a failure notice, in one place to review.
it.each<[string, Error, string]>([
  ["a 400", apiError(400), "The request failed with status 400."],
  [
    "a 401",
    apiError(401),
    "The server's token is invalid or lacks permission. Check SEGMENT_TOKEN, then restart the console.",
  ],
  [
    "a 403",
    apiError(403),
    "The request is not allowed. Open the console at the URL printed in the terminal, and check the token's permissions.",
  ],
  ["a 404", apiError(404), "A user, invite or role in the request was not found. It may have been removed."],
  ["a 409", apiError(409), "The change conflicts with existing data."],
  ["a 413", apiError(413), "The request failed with status 413."],
  ["a 422", apiError(422), "Segment rejected the input."],
  ["a 429", apiError(429), "Rate limit reached."],
  ["a 500", apiError(500), "The request failed with status 500."],
  ["a 502", apiError(502), "The request failed with status 502."],
  ["a 503", apiError(503), "The request failed with status 503."],
  ["a 504", apiError(504), "Segment did not respond in time."],
  [
    "a proxy without a connection to Segment",
    apiError(502, { type: "bad-gateway", message: "The connection to the API failed" }),
    "Segment cannot be reached from this machine. Check its network connection, VPN and proxy.",
  ],
  ["a NetworkError", refused, "No response from the console's server. Check that it is running."],
  ["a CallTimeoutError", timeout, "No response within 15 seconds."],
  ["an InvalidResponseError", invalidResponse, "getUser returned status 200, but the body is not JSON"],
  ["an InputError", invalidInput, "getUser: userId must not be empty"],
  [
    "a QueueFullError of the rate limiter",
    queueFull,
    "getUser was not sent: 1000 calls are queued for its rate limit. Retry later, or raise maxQueueSize",
  ],
  [
    "a WaitTooLongError of the rate limiter",
    waitTooLong,
    "getUser could not be sent within 5000 ms because of its rate limit. Retry in about 61000 ms",
  ],
])("explains %s", (_, failure, message) => {
  // Hooks declare only IamFailure. Errors of an interceptor are passed on unchanged.
  expect(explainFailure(failure as IamFailure)).toEqual({ message, details: [] });
});

it("lists the API's error messages as details, or their types if they have no message", () => {
  const failure = apiError(404, notFound, { type: "gone" });
  expect(explainFailure(failure).details).toEqual(["The user u1 was not found", "gone"]);
});

// Every reason in the report of a bulk run.
it.each<[string, unknown, string]>([
  ["an API error with messages", apiError(404, notFound, { type: "gone" }), "The user u1 was not found; gone"],
  ["an API error without a body", apiError(503), "getUser failed with status 503"],
  ["a NetworkError", refused, "getUser failed after 2 attempts: connect ECONNREFUSED 127.0.0.1:4300"],
  ["a CallTimeoutError", timeout, "getUser timed out after 15000 ms"],
  ["an InvalidResponseError", invalidResponse, "getUser returned status 200, but the body is not JSON"],
  ["an InputError", invalidInput, "getUser: userId must not be empty"],
  ["an abort", new DOMException("The bulk run was aborted", "AbortError"), "The bulk run was aborted"],
  ["a value that is not an error", "stopped", "stopped"],
])("returns the reason of %s in one line", (_, failure, text) => {
  expect(failureReason(failure)).toBe(text);
});
