import { ApiError, createIamClient } from "@segment-iam/client";
import { answerWithData } from "./answer/answer-with-data.ts";
import { answerWithFailure } from "./answer/answer-with-failure.ts";
import { toResponse } from "./answer/answer.ts";
import { checkOptions } from "./check-options.ts";
import { defaultInterceptors } from "./default-interceptors.ts";
import type { IamProxyOptions } from "./iam-proxy-options.ts";
import { acceptedMediaType } from "./media-type.ts";
import { redactToken } from "./redact-token.ts";
import { Refusal } from "./refusal.ts";
import { matchRoute } from "./request/match-route.ts";
import { readInput } from "./request/read-input.ts";
import { refuseForeignPage } from "./request/refuse-foreign-page.ts";

/**
 * Makes a handler that calls the API for those who must not have the token, such as pages in a browser.
 *
 * It refuses what it does not know, and answers every failure itself.
 *
 * @throws {ConfigError} for an option that is missing or cannot be.
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

  /** Never rejects: a log that is down must not cost the answer, nor end the process. */
  async function tellLog(failure: unknown, request: Request): Promise<void> {
    try {
      await onError?.(failure, request);
    } catch {
      // There is nobody left to tell.
    }
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (failure) {
      const failed = answerWithFailure(failure);
      if (isForTheLog(failed.status, failure) && !request.signal.aborted) void tellLog(failure, request);
      return toResponse(failed, redact);
    }
  };
}

function isForTheLog(status: number, failure: unknown): boolean {
  return status >= 500 || (failure instanceof ApiError && status === 401);
}
