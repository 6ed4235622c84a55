import type { RequestError } from "@segment-iam/types";
import { readBodyText, readText } from "../response/response-body.ts";
import { serverDelayMs } from "../response/server-delay.ts";
import { redactToken } from "../token.ts";
import { IamError } from "./iam-error.ts";
import { excerptOf, toSingleLine } from "./to-single-line.ts";

/** Matches the headers that describe a response and contain neither credentials nor personal data. */
const SAFE_HEADER = /^(content-type|date|retry-after|server|via|cf-ray|x-should-retry)$|ratelimit|(request|trace)-?id$/;

/** The members of an `ApiError`. */
export interface ApiErrorInit {
  /** The id of the operation. */
  readonly operation: string;
  /** The HTTP status. */
  readonly status: number;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** The id that the server assigned to the request. */
  readonly requestId?: string | undefined;
  /** The delay that the server requested, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The errors in the body. */
  readonly errors: readonly RequestError[];
  /** The start of a body without `errors`. */
  readonly excerpt?: string | undefined;
  /** The headers of the response that are safe to log, with names in lower case. @default {} */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Thrown for every response that is not a success, even if its body is empty or not JSON. */
export class ApiError extends IamError {
  static override readonly iamBrand: string = "ApiError";
  declare readonly name: "ApiError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The HTTP status. */
  declare readonly status: number;
  /** How many times the request was sent. */
  declare readonly attempts: number;
  /** The id that the server assigned to the request, from the header `x-request-id` or `request-id`. */
  declare readonly requestId?: string;
  /** How long to wait before a retry, in milliseconds, including a safety margin; `undefined` when the server gave no delay. */
  declare readonly retryAfterMs: number | undefined;
  /** The errors in the body; empty when the body was empty or not from the API, for example a proxy's HTML page. */
  declare readonly errors: readonly RequestError[];
  /** The first 200 characters of a body without `errors`, on one line. */
  declare readonly excerpt?: string;
  /**
   * The headers of the response that are safe to log, with names in lower case, such as content type, date, request ids, delays and
   * rate limits. To read other headers of a failed response, use an interceptor.
   */
  declare readonly headers: Readonly<Record<string, string>>;

  constructor(init: ApiErrorInit) {
    // Omit members without a value, because `console.error` would print each of them as `undefined`.
    const known = Object.entries({ ...init, headers: init.headers ?? {} }).filter(([, value]) => value !== undefined);
    super(`${init.operation} failed with status ${init.status}${describe(init.errors)}`, Object.fromEntries(known));
  }

  /** Creates the error for a response that is not a success. An unreadable body leaves `errors` empty. */
  static async from(response: Response, operation: string, attempts: number): Promise<ApiError> {
    const { secret } = await readText(response);
    const text = await readBodyText(response);
    const headers: Record<string, string> = {};
    for (const [name, value] of response.headers) {
      if (SAFE_HEADER.test(name)) headers[name] = redactToken(value, secret);
    }
    let errors: readonly RequestError[] = [];
    try {
      // A body without an `errors` array throws here: it comes from a proxy or a CDN.
      errors = JSON.parse(text).errors.filter((error?: Partial<RequestError>) => typeof error?.type === "string");
    } catch {}
    return new ApiError({
      operation,
      status: response.status,
      attempts,
      requestId: headers["x-request-id"] ?? headers["request-id"],
      retryAfterMs: serverDelayMs(response, errors),
      errors,
      excerpt: (errors[0] ? "" : excerptOf(text)) || undefined,
      headers,
    });
  }

  /** Whether the response has `x-should-retry: false`. A proxy that has already retried sends this header. */
  get final(): boolean {
    return this.headers?.["x-should-retry"] === "false";
  }
}

function describe(errors: readonly RequestError[]): string {
  const text = errors
    .map(({ type, message = type, field }, index) => (index ? "; " : ": ") + message + (field ? ` (${field})` : ""))
    .join("");
  return toSingleLine(text);
}
