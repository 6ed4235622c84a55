import { ApiError, ConfigError } from "@segment-iam/client";
import { createAuditEvent } from "./audit-event.ts";
import { checkOptions, type Authorization, type IamProxyOptions } from "./iam-proxy-options.ts";
import { withTimeout } from "./limits/with-timeout.ts";
import { acceptedMediaType } from "./media-type.ts";
import { createProxiedCall, isAborted, signalOf, type ProxiedCall } from "./proxied-call.ts";
import { createRouter, type MatchRoute } from "./request/create-router.ts";
import { checkCsrf } from "./request/csrf.ts";
import { readInput } from "./request/read-input.ts";
import { createRedact } from "./response/create-redact.ts";
import { dataResponse } from "./response/data-response.ts";
import { errorResponse } from "./response/error-response.ts";
import { badRequest, HttpError, notFound } from "./response/http-error.ts";
import { jsonResponse } from "./response/json-response.ts";
import { createSend } from "./upstream/create-send.ts";

/** The maximum length of a URL. Many servers reject requests whose first line and headers exceed 16 KiB. */
const MAX_URL_LENGTH = 16_384;

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
  const { authorize, healthPath, onError, onAudit } = options;
  const { maxBodyBytes = 2 ** 20, maxResponseBytes = 10_000_000, timeoutMs = 10_000 } = options;
  const basePath = (options.basePath ?? "/api/iam").replace(/\/+$/, "");
  const matchRoute = createRouter(options.allow);
  if (healthPath?.startsWith(basePath)) checkHealthPath(healthPath, healthPath.slice(basePath.length), matchRoute);
  const redact = createRedact(typeof options.token === "string" ? options.token : "");
  const send = createSend(options, timeoutMs, maxResponseBytes);

  async function handle(call: ProxiedCall): Promise<Response> {
    const { request } = call;
    const { method } = request;
    call.method = method;
    const { href, pathname, search } = readUrl(request);
    if (pathname === healthPath && (method === "GET" || method === "HEAD")) {
      call.isHealthCheck = true;
      return jsonResponse({ status: 200, body: { status: "ok" } }, call);
    }
    if (!pathname.startsWith(`${basePath}/`)) throw notFound();
    if (href.length > MAX_URL_LENGTH)
      throw new HttpError(414, "uri-too-long", `The URL exceeds the limit of ${MAX_URL_LENGTH} characters`);
    call.match = matchRoute(method, pathname.slice(basePath.length));
    const { operation } = call.match;
    checkCsrf(request);
    call.input = await readInput(request, search, call.match, { maxBodyBytes, timeoutMs });
    const decision = await withTimeout(authorize(request, operation, call.input), timeoutMs, authorizeTimeout);
    if (decision instanceof Response) return decision;
    call.actor = checkAllowed(decision);
    // For text and files, the client sends the operation's own `Accept`.
    const accept = operation.parseAs ? undefined : acceptedMediaType(request.headers.get("accept"));
    const headers = { "x-request-id": call.requestId, ...(accept !== undefined && { accept }) };
    const result = await send(operation, { signal: signalOf(request), headers }, call);
    return dataResponse(result, operation, call);
  }

  /** Creates the response to a failed call, and reports a failure of the proxy or the API. Does not throw. */
  function fail(error: unknown, call: ProxiedCall): Response {
    const isCallerGone = isAborted(call);
    const response = errorResponse(error, isCallerGone, call);
    const isTokenRejected = response.status === 401 && error instanceof ApiError;
    if (onError && !isCallerGone && (response.status >= 500 || isTokenRejected))
      void notify(() => onError(error, call.request, call.requestId));
    return response;
  }

  return async (request) => {
    const call = createProxiedCall(request, redact);
    let response: Response;
    try {
      response = await handle(call);
    } catch (error) {
      response = fail(error, call);
    }
    if (onAudit && !call.isHealthCheck) void notify(() => onAudit(createAuditEvent(call, response.status)));
    return call.method === "HEAD" && response.body ? new Response(null, response) : response;
  };
}

/** Parses the URL of a request. Some servers create it from an invalid `Host`. @throws {HttpError} 400 if it is invalid. */
function readUrl(request: Request): URL {
  try {
    return new URL(request.url);
  } catch {
    throw badRequest("The request URL is invalid");
  }
}

/** Calls a callback and ignores its errors. A failing logger must not change the response or end the process. */
async function notify(callback: () => void | Promise<void>): Promise<void> {
  try {
    await callback();
  } catch {
    // Ignored: logging failed.
  }
}

/** Checks the path of the health check. @throws {ConfigError} if an allowed operation has the same path. */
function checkHealthPath(healthPath: string, pathname: string, matchRoute: MatchRoute): void {
  let id: string;
  try {
    ({ id } = matchRoute("GET", pathname).operation);
  } catch {
    return;
  }
  throw new ConfigError(`healthPath ${healthPath} is also the path of ${id}; use another path`);
}

/**
 * Returns the user of an allowed call, if any.
 *
 * @throws {HttpError} 403 for any other decision, such as `undefined` after a missing `return`, or an empty actor.
 */
function checkAllowed(decision: Exclude<Authorization, Response>): string | undefined {
  if (decision === true) return undefined;
  const { actor } = Object(decision);
  if (typeof actor === "string" && actor !== "") return actor;
  throw new HttpError(403, "forbidden", "This call is not allowed");
}

function authorizeTimeout(): HttpError {
  return new HttpError(504, "gateway-timeout", "The call was not authorized in time");
}
