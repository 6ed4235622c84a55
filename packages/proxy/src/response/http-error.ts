/** Thrown inside the proxy, which converts it to an error response. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  /** The HTTP status. */
  readonly status: number;
  /** The `type` in the error envelope. */
  readonly type: string;
  /** Additional headers of the response. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, type: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.headers = headers;
  }
}

/** Creates the 404 for a method and path without an allowed operation. Does not reveal which operations exist. */
export function notFound(): HttpError {
  return new HttpError(404, "not-found", "No allowed operation has this method and path");
}

/** Creates a 400 for invalid input. */
export function badRequest(message: string): HttpError {
  return new HttpError(400, "bad-request", message);
}
