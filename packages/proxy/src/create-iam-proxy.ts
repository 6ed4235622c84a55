import { ApiError, createIamClient, type Interceptor } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import { checkOptions } from "./check-options.ts";
import { HttpError, notFound } from "./http-error.ts";
import type { IamProxyOptions } from "./iam-proxy-options.ts";
import { acceptedMediaType } from "./media-type.ts";
import { checkCsrf } from "./request/csrf.ts";
import { matchRoute } from "./request/match-route.ts";
import { readInput } from "./request/read-input.ts";
import { errorResponse } from "./response/error-response.ts";
import { dataResponse } from "./response/json-response.ts";
import { redactToken } from "./response/redact-token.ts";

/**
 * Creates a request handler that calls the API on behalf of browsers, which must not have the token.
 *
 * The handler never rejects: a forbidden call or a failure becomes an error response.
 *
 * @throws {ConfigError} for a missing or invalid option.
 * @example
 * const proxy = createIamProxy({
 *   token: process.env.SEGMENT_TOKEN ?? "",
 *   authorize: async (request) => (await sessionOf(request))?.role === "admin",
 *   allow: [listUsers, getUser],
 * });
 * export { proxy as GET };
 */
export function createIamProxy(options: IamProxyOptions): (request: Request) => Promise<Response> {
  checkOptions(options);
  const { allow, authorize, maxBodyBytes = 2 ** 20, onError } = options;
  const basePath = (options.basePath ?? "/api/iam").replace(/\/+$/, "");
  const { token, redact } = redactToken(options.token);
  const { region, baseUrl, interceptors = defaultInterceptors(), timeoutMs, fetch } = options;
  const iam = createIamClient({ token, region, baseUrl, interceptors, timeoutMs, fetch });

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${basePath}/`)) throw notFound();
    const match = matchRoute(allow, request.method, pathname.slice(basePath.length));
    checkCsrf(request);
    const input = await readInput(request, match, maxBodyBytes);
    const decision = await authorize(request, match.operation, input);
    if (decision instanceof Response) return decision;
    // Only `true` allows the call. A missing `return` in `authorize` is a 403.
    if (decision !== true) throw new HttpError(403, "forbidden", "This call is not allowed");
    // For text and files, the client sends the operation's own `Accept`.
    const accept = match.operation.parseAs ? undefined : acceptedMediaType(request.headers.get("accept"));
    const { data, response } = await iam.call(match.operation, input, {
      signal: request.signal,
      ...(accept !== undefined && { headers: { accept } }),
    });
    return dataResponse(response, data, match.operation, redact);
  }

  /** Calls `onError` and ignores its errors. A failing logger must not change the response or end the process. */
  async function report(error: unknown, request: Request): Promise<void> {
    try {
      await onError?.(error, request);
    } catch {
      // Ignored: logging failed.
    }
  }

  return async (request) => {
    try {
      return await handle(request);
    } catch (error) {
      const response = errorResponse(error, redact);
      if (isServerFault(response.status, error) && !request.signal.aborted) void report(error, request);
      return response;
    }
  };
}

/** Returns whether the proxy or the API caused the error. A 401 from the API means that the proxy's token was rejected. */
function isServerFault(status: number, error: unknown): boolean {
  return status >= 500 || (error instanceof ApiError && status === 401);
}

/**
 * Returns the default interceptors.
 *
 * Cloudflare Workers have no rate limiter by default. A rate limiter resumes a queued request when another request ends.
 * Workers forbid that: the queued request hangs or fails with "Cannot perform I/O on behalf of a different request".
 */
function defaultInterceptors(): readonly Interceptor[] {
  // Node.js 20 has no global `navigator`.
  const isWorker = globalThis.navigator?.userAgent === "Cloudflare-Workers";
  return isWorker ? [retry()] : [retry(), rateLimit()];
}
