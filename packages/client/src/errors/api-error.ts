import type { RequestError } from "@segment-iam/types";
import { serverDelayMs } from "../response/server-delay.ts";
import { bodyText } from "../response/response-body.ts";
import { IamError } from "./iam-error.ts";

/** What an `ApiError` is made of. */
export interface ApiErrorInit {
  /** The id of the operation that was called. */
  readonly operation: string;
  /** The HTTP status. */
  readonly status: number;
  /** What the API said, one entry for each complaint. */
  readonly errors: readonly RequestError[];
  /** How many times the request was sent. */
  readonly attempts: number;
  /** The time the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Whether whoever answered asked not to be called again for this. @default false */
  readonly final?: boolean;
}

/** Thrown for every answer that is not a success, whatever its body holds: the status always survives. */
export class ApiError extends IamError {
  static override readonly iamBrand: string = "ApiError";
  declare readonly name: "ApiError";
  /** The id of the operation that was called. */
  declare readonly operation: string;
  /** The HTTP status. */
  declare readonly status: number;
  /** What the API said; empty when the body was empty or was not the API's (a proxy's HTML page, say). */
  declare readonly errors: readonly RequestError[];
  /** How many times the request was sent. */
  declare readonly attempts: number;
  /** How long to wait before trying again, in milliseconds, a margin included; `undefined` when the server did not say. */
  declare readonly retryAfterMs: number | undefined;
  /** `true` when the answer came with `x-should-retry: false`: a proxy on the way has retried already. */
  declare readonly final: boolean;

  constructor(init: ApiErrorInit) {
    super(`${init.operation} answered ${init.status}${describe(init.errors)}`, { final: false, ...init });
  }

  /** Reads a response that is not a success. Never throws because of what the body holds. */
  static async from(response: Response, operation: string, attempts: number): Promise<ApiError> {
    let errors: readonly RequestError[] = [];
    try {
      // A body without such a list throws: it comes from a proxy or a CDN.
      errors = JSON.parse(await bodyText(response)).errors.filter(
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
