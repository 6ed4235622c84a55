import type { RequestError } from "@segment-iam/types";
import { readBodyText, readText } from "../response/response-body.ts";
import { serverDelayMs } from "../response/server-delay.ts";
import { redactToken } from "../token.ts";
import { IamError } from "./iam-error.ts";

/** Matches the headers that describe a response and contain neither credentials nor personal data. */
const SAFE_HEADER = /^(content-type|date|retry-after|server|via|cf-ray|x-should-retry)$|ratelimit|(request|trace)-?id$/;

/**
 * Matches control characters, characters that reverse the direction of text, and lone surrogates. It does not use classes such as `\p{Cc}`,
 * because not every version of Hermes, the engine of React Native, supports them.
 */
// oxlint-disable-next-line no-control-regex -- the expression matches control characters
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;

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

/** Returns the part of a message that lists the errors of a body. */
function describe(errors: readonly RequestError[]): string {
  const text = errors
    .map(({ type, message, field }, index) => (index ? "; " : ": ") + (message ?? type) + (field ? ` (${field})` : ""))
    .join("");
  return toSingleLine(text);
}

/**
 * Returns text from a server on one line. White space becomes one space, and an unprintable character becomes its code, such as `\u{1b}`.
 * The text can then neither forge a log line nor control a terminal.
 */
function toSingleLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(UNPRINTABLE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** Returns the first 200 characters of a body on one line, for an error. */
function excerptOf(body: string): string {
  return toSingleLine(body.trim().slice(0, 200));
}
