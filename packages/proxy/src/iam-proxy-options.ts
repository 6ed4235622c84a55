import type { Interceptor, OperationDescriptor, Region, Token } from "@segment-iam/client";

/** The flat input of an operation. Values from the path, the query and headers are text, and nothing is validated. */
export type ProxyInput = Readonly<Record<string, unknown>>;

/**
 * Decides about one call: `true` allows it, `false` is a 403, and a `Response` is returned as it is (a 401 or a redirect).
 *
 * The request's body has been read: use `input` instead. An error that it throws becomes a 500 without its message.
 */
export type Authorize = (
  request: Request,
  operation: OperationDescriptor,
  input: ProxyInput,
) => boolean | Response | Promise<boolean | Response>;

/** Which calls a proxy allows, and how it makes them. */
export interface IamProxyOptions {
  /** The workspace's Public API token, or a function that returns the current one. It never leaves the server. */
  readonly token: Token;
  /** Decides about each call. */
  readonly authorize: Authorize;
  /** The operations that may be called. Everything else is a 404. */
  readonly allow: readonly OperationDescriptor[];
  /** The region of the workspace. @default "us" */
  readonly region?: Region | undefined;
  /** The base URL of the API, instead of the region's; a mock's for example. */
  readonly baseUrl?: string | undefined;
  /** The path that the proxy is mounted at, with a leading slash. @default "/api/iam" */
  readonly basePath?: string | undefined;
  /** The largest request body that is accepted, in bytes. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Interceptors around each attempt, outermost first, instead of the default ones. In a Cloudflare Worker none may be a rate limiter.
   * @default [retry(), rateLimit()], and [retry()] in a Cloudflare Worker
   */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** The time limit of one attempt, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number | undefined;
  /** Sends the requests. @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Called with errors that are not the caller's fault, to log them: for responses of 500 and above, and for a 401 of the API, which rejected
   * the token. The response does not wait for it, and errors of it are ignored.
   */
  readonly onError?: ((error: unknown, request: Request) => void | Promise<void>) | undefined;
}
