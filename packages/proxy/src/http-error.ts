/** Thrown to respond with an error instead of calling the API. It never reaches the caller of the proxy. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  /** The HTTP status. */
  readonly status: number;
  /** The `type` in the error envelope. */
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** The 404 of every path without an allowed operation. It does not reveal which operations exist. */
export function notFound(): HttpError {
  return new HttpError(404, "not-found", "No operation is allowed at this path");
}

/** A 400 for a request that the operation cannot take. */
export function badRequest(message: string): HttpError {
  return new HttpError(400, "bad-request", message);
}
