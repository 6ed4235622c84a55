import type { RequestError } from "@segment-iam/types";
import { readBodyText } from "../response/response-body.ts";
import { serverDelayMs } from "../response/server-delay.ts";
import { IamError } from "./iam-error.ts";

/** The members of an `ApiError`. */
export interface ApiErrorInit {
  /** The id of the operation. */
  readonly operation: string;
  /** The HTTP status. */
  readonly status: number;
  /** The errors in the body. */
  readonly errors: readonly RequestError[];
  /** How many times the request was sent. */
  readonly attempts: number;
  /** The delay that the server requested, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Whether the response forbids a retry. @default false */
  readonly final?: boolean;
}

/** Thrown for every response that is not a success, even if its body is empty or not JSON. */
export class ApiError extends IamError {
  static override readonly iamBrand: string = "ApiError";
  declare readonly name: "ApiError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The HTTP status. */
  declare readonly status: number;
  /** The errors in the body; empty when the body was empty or not from the API, for example a proxy's HTML page. */
  declare readonly errors: readonly RequestError[];
  /** How many times the request was sent. */
  declare readonly attempts: number;
  /** How long to wait before a retry, in milliseconds, including a safety margin; `undefined` when the server gave no delay. */
  declare readonly retryAfterMs: number | undefined;
  /** `true` when the response has `x-should-retry: false`: a proxy has retried already. */
  declare readonly final: boolean;

  constructor(init: ApiErrorInit) {
    super(`${init.operation} failed with status ${init.status}${describe(init.errors)}`, { final: false, ...init });
  }

  /** Creates the error for a response that is not a success. An unreadable body leaves `errors` empty. */
  static async from(response: Response, operation: string, attempts: number): Promise<ApiError> {
    let errors: readonly RequestError[] = [];
    try {
      // A body without an `errors` array throws here: it comes from a proxy or a CDN.
      errors = JSON.parse(await readBodyText(response)).errors.filter(
        (error?: Partial<RequestError>) => typeof error?.type === "string",
      );
    } catch {}
    return new ApiError({
      operation,
      status: response.status,
      errors,
      attempts,
      retryAfterMs: serverDelayMs(response, errors),
      final: response.headers.get("x-should-retry") === "false",
    });
  }
}

function describe(errors: readonly RequestError[]): string {
  return errors
    .map(({ type, message = type, field }, index) => (index ? "; " : ": ") + message + (field ? ` (${field})` : ""))
    .join("");
}
