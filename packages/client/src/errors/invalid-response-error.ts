import { IamError } from "./iam-error.ts";
import { excerptOf } from "./to-single-line.ts";

/** Thrown when a successful response cannot be read: its body is empty, is not JSON, or has no `data`. */
export class InvalidResponseError extends IamError {
  static override readonly iamBrand: string = "InvalidResponseError";
  declare readonly name: "InvalidResponseError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The HTTP status of the response. */
  declare readonly status: number;
  /** The first 200 characters of the body, on one line. */
  declare readonly excerpt: string;

  constructor(operation: string, status: number, body: string, reason: string, cause?: unknown) {
    super(`${operation} returned status ${status}, but ${reason}`, {
      operation,
      status,
      excerpt: excerptOf(body),
      cause,
    });
  }
}
