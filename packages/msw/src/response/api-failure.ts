import type { RequestError } from "@segment-iam/types";

/** Thrown anywhere in the mock to answer with a failure. It never leaves it. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";
  /** The HTTP status. */
  readonly status: number;
  /** The `errors` of the envelope. */
  readonly errors: readonly RequestError[];
  /** Further headers of the answer. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errors: readonly RequestError[], headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${errors.map(({ message }) => message).join("; ")}`);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A failure with one complaint about the request as a whole. */
export function failure(status: number, type: string, message: string, headers?: Record<string, string>): ApiFailure {
  return new ApiFailure(status, [{ type, message }], headers);
}

/** A 404 that names what does not exist and the input that asked for it. */
export function notFound(message: string, field: string): ApiFailure {
  return new ApiFailure(404, [{ type: "not-found", message, field }]);
}

/** A 422 about one field, such as `pagination.cursor`. */
export function invalid(field: string, reason: string): ApiFailure {
  const name = JSON.stringify(field.split(".").at(-1));
  return new ApiFailure(422, [{ type: "input-validation", message: `${name} ${reason}`, field }]);
}

/** A 429 with the numbers that `rate-limiter-flexible` has, which the API passes on. */
export function tooManyRequests(consumedPoints: number, msBeforeNext: number): ApiFailure {
  const data = { remainingPoints: 0, msBeforeNext, consumedPoints };
  return new ApiFailure(429, [{ type: "RequestError", message: "Too many requests", data }]);
}
