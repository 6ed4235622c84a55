import {
  ApiError,
  ConfigError,
  createIamClient,
  type Interceptor,
  type OperationDescriptor,
  type Region,
  type Token,
} from "@segment-iam/client";
import { answerWithData } from "./answer/answer-with-data.ts";
import { answerWithFailure } from "./answer/answer-with-failure.ts";
import { toResponse } from "./answer/answer.ts";
import type { Authorize } from "./authorize.ts";
import { defaultInterceptors } from "./default-interceptors.ts";
import { acceptedMediaType } from "./media-type.ts";
import { redactToken } from "./redact-token.ts";
import { Refusal } from "./refusal.ts";
import { matchRoute } from "./request/match-route.ts";
import { readInput } from "./request/read-input.ts";
import { refuseForeignPage } from "./request/refuse-foreign-page.ts";

/** What a proxy lets through, to where, and for whom. */
export interface IamProxyOptions {
  /** The workspace's Public API token, or a function that gives the current one. It stays here. */
  readonly token: Token;
  /** Decides about each call. */
  readonly authorize: Authorize;
  /** The operations that may be called; everything else is a 404. */
  readonly allow: readonly OperationDescriptor[];
  /** Where the workspace lives. @default "us" */
  readonly region?: Region | undefined;
  /** Another address than the region's, a mock's for example. */
  readonly baseUrl?: string | undefined;
  /** The path the proxy is mounted on. @default "/api/iam" */
  readonly basePath?: string | undefined;
  /** The largest body that is read, in bytes. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Layers around each attempt, the outermost first, instead of the default ones. In a Cloudflare Worker no limiter may be among them.
   * @default [retry(), rateLimit()], and [retry()] in a Cloudflare Worker
   */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** How long one attempt may take, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number | undefined;
  /** Sends the requests. @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Told of what is not the caller's fault, for a log: answers of 500 and above, and a 401 by the API, which did not take the token. */
  readonly onError?: ((failure: unknown, request: Request) => void) | undefined;
}

/**
 * Makes a handler that calls the API for those who must not have the token, such as pages in a browser.
 *
 * It refuses what it does not know, and answers every failure itself.
 *
 * @throws {ConfigError} when `token` or `authorize` is missing, nothing is allowed, or the client's options are wrong.
 * @example
 * const proxy = createIamProxy({
 *   token: process.env.SEGMENT_TOKEN ?? "",
 *   authorize: async (request) => (await sessionOf(request))?.role === "admin",
 *   allow: [listUsers, getUser],
 * });
 * export { proxy as GET };
 */
export function createIamProxy(options: IamProxyOptions): (request: Request) => Promise<Response> {
  const { allow, authorize, maxBodyBytes = 2 ** 20, onError } = options;
  if (!options.token) throw new ConfigError("A proxy needs a token: a Public API token of your workspace");
  if (typeof authorize !== "function") throw new ConfigError("A proxy needs authorize, to decide who may call");
  if (!(allow?.length > 0)) throw new ConfigError("A proxy needs allow, the list of operations that may be called");
  const basePath = (options.basePath ?? "/api/iam").replace(/\/+$/, "");
  const { token, redact } = redactToken(options.token);
  const { region, baseUrl, interceptors = defaultInterceptors(), timeoutMs, fetch } = options;
  const iam = createIamClient({ token, region, baseUrl, interceptors, timeoutMs, fetch });

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${basePath}/`)) throw new Refusal(404, "not-found", "There is nothing at this path");
    const route = matchRoute(allow, request.method, pathname.slice(basePath.length));
    refuseForeignPage(request);
    const input = await readInput(request, route, maxBodyBytes);
    const decision = await authorize(request, route.operation, input);
    if (decision instanceof Response) return decision;
    // Everything but `true` refuses, so that a forgotten `return` lets nobody in.
    if (decision !== true) throw new Refusal(403, "forbidden", "This is not allowed");
    const accept = acceptedMediaType(request.headers.get("accept"));
    const { data, response } = await iam.call(route.operation, input, {
      signal: request.signal,
      ...(accept !== undefined && { headers: { accept } }),
    });
    return toResponse(answerWithData(response, data, route.operation), redact);
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (failure) {
      const failed = answerWithFailure(failure);
      if (isForTheLog(failed.status, failure) && !request.signal.aborted) onError?.(failure, request);
      return toResponse(failed, redact);
    }
  };
}

function isForTheLog(status: number, failure: unknown): boolean {
  return status >= 500 || (failure instanceof ApiError && status === 401);
}
