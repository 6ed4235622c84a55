import type { RequestError } from "@segment-iam/types";
import { fieldError } from "../schema/field-error.ts";

/** Thrown inside the mock to respond with a status and an error envelope. It never leaves the mock. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  /** The HTTP status. */
  readonly status: number;
  /** The `errors` of the envelope. */
  readonly errors: readonly RequestError[];
  /** Additional response headers. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errors: readonly RequestError[], headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${errors.map(({ message }) => message).join("; ")}`);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** Creates an error about the whole request. */
export function createHttpError(
  status: number,
  type: string,
  message: string,
  headers?: Record<string, string>,
): HttpError {
  return new HttpError(status, [{ type, message }], headers);
}

/** Creates a 404. `field` is the input field that identifies the missing item. */
export function notFound(message: string, field: string): HttpError {
  return new HttpError(404, [{ type: "not-found", message, field }]);
}

/** Creates a 422 for one input field. */
export function invalidField(field: string, reason: string): HttpError {
  return new HttpError(422, [fieldError(field, reason)]);
}

/**
 * Throws one error with the problems that have the highest status: all 422s, otherwise all 409s, otherwise all 404s.
 *
 * @throws {HttpError} if there is a problem.
 */
export function throwAll(problems: readonly HttpError[]): void {
  if (problems.length === 0) return;
  const highest = Math.max(...problems.map(({ status }) => status));
  throw new HttpError(
    highest,
    problems.filter(({ status }) => status === highest).flatMap(({ errors }) => errors),
  );
}

/** Creates a 429. As in the API, `data` contains the result of the npm package `rate-limiter-flexible`. */
export function tooManyRequests(consumedPoints: number, msBeforeNext: number): HttpError {
  const data = { remainingPoints: 0, msBeforeNext, consumedPoints };
  return new HttpError(429, [{ type: "RequestError", message: "Too many requests", data }]);
}
