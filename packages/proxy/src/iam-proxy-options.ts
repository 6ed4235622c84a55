import type { Interceptor, OperationDescriptor, Region, Token } from "@segment-iam/client";

/**
 * The input of an operation: one object with its parameters and body members. Values are not validated.
 *
 * Parameters are strings, or objects and arrays of strings: `pagination.count=3` becomes `{ pagination: { count: "3" } }`.
 * Form fields are strings too. An array with one item becomes a string, because a form repeats the field for each item.
 * Files are `File` objects. An object in a multipart form is a `File` too, because it is sent as a JSON part.
 */
export type ProxyInput = Readonly<Record<string, unknown>>;

/**
 * Authorizes a call: `true` allows it and `false` responds with 403. A `Response`, such as a 401 or a redirect, is sent unchanged.
 *
 * The request body has already been read: use `input`. A thrown error becomes a 500 without its message.
 */
export type Authorize = (
  request: Request,
  operation: OperationDescriptor,
  input: ProxyInput,
) => boolean | Response | Promise<boolean | Response>;

/** Options of {@link createIamProxy}. */
export interface IamProxyOptions {
  /** The workspace's Public API token, or a function that returns the current token. It is never sent to callers. */
  readonly token: Token;
  /** Authorizes each call. */
  readonly authorize: Authorize;
  /** The operations that callers can use. All others are a 404. */
  readonly allow: readonly OperationDescriptor[];
  /** The region of the workspace. @default "us" */
  readonly region?: Region | undefined;
  /** The base URL of the API, such as the URL of a mock server. Overrides `region`. */
  readonly baseUrl?: string | undefined;
  /** The path that the proxy is mounted on, with a leading slash. @default "/api/iam" */
  readonly basePath?: string | undefined;
  /** The maximum size of a request body, in bytes. A larger body is a 413. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Interceptors around each attempt, outermost first. Replaces the defaults. Do not use a rate limiter in a Cloudflare Worker.
   * @default [retry(), rateLimit()], and [retry()] in a Cloudflare Worker
   */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** The timeout of one attempt, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number | undefined;
  /** Sends the requests. @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Called for logging, with the error behind each response of 500 or above, and behind each 401 from the API.
   * A 401 means that the API rejected the token. Not called if the caller aborted the request.
   *
   * The response does not wait for the callback. Errors of the callback are ignored.
   */
  readonly onError?: ((error: unknown, request: Request) => void | Promise<void>) | undefined;
}
