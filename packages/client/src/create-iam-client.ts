import type { paths } from "@segment-iam/types";
import createClient from "openapi-fetch";
import { resolveBaseUrl, type Region } from "./base-url.ts";
import type { CallOptions } from "./call-options.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConfigError } from "./errors/config-error.ts";
import type { IamClient } from "./iam-client.ts";
import { mediaType, type ApiVersion } from "./media-type.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";
import { dottedQuery } from "./request/dotted-query.ts";
import { expandPath } from "./request/expand-path.ts";
import { splitInput } from "./request/split-input.ts";
import { readData } from "./response/read-data.ts";
import { checkToken, type Token } from "./token.ts";
import { auth } from "./transport/auth.ts";
import { compose } from "./transport/compose.ts";
import type { Call, Interceptor } from "./transport/exchange.ts";
import { send } from "./transport/send.ts";

/** How a client reaches the API. Either `token` or `baseUrl` (of a proxy that holds the token) is required. */
export interface IamClientOptions {
  /** The workspace's Public API token, or a function that gives the current one. It must never reach a browser. */
  readonly token?: Token | undefined;
  /** Where the workspace lives. @default "us" */
  readonly region?: Region | undefined;
  /** Another address than the region's: a proxy, or a mock. In a browser it may be a path such as `/api/iam`. */
  readonly baseUrl?: string | undefined;
  /** The stability to ask for. @default "v1" */
  readonly version?: ApiVersion | undefined;
  /** Tells this workspace's cache entries from another's. @default the base URL */
  readonly scope?: string | undefined;
  /** Sends the requests. @default the global `fetch` at the time of each call */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Layers around each attempt, the outermost first. They never see the token. @default [] */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** Headers for every call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long one attempt may take to the end of its body, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number | undefined;
}

/**
 * Makes a client. It opens nothing and keeps nothing between calls: make one for each workspace, or each request.
 *
 * @throws {ConfigError} when there is neither a token nor a base URL, or when the region or version does not exist.
 * @example
 * const iam = createIamClient({ token: process.env.SEGMENT_TOKEN });
 * const { users } = await listUsers(iam, { pagination: { count: 50 } });
 */
export function createIamClient(options: IamClientOptions): IamClient {
  const { token, version = "v1", interceptors = [], timeoutMs = 10_000 } = options;
  if (token === undefined && options.baseUrl === undefined) {
    throw new ConfigError("A client needs a token, or the baseUrl of a proxy that holds one");
  }
  if (typeof token === "string") checkToken(token);
  const baseUrl = resolveBaseUrl(options.baseUrl, options.region);
  const type = mediaType(version);
  const fetch: typeof globalThis.fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  const layers = token === undefined ? interceptors : [...interceptors, auth(token)];
  const handler = compose(layers, send({ fetch, timeoutMs }));

  const http = createClient<paths>({
    baseUrl,
    headers: { accept: type, ...options.headers },
    querySerializer: dottedQuery,
    pathSerializer: expandPath,
  });
  // Everything generic goes through openapi-fetch's untyped core; the types are those of the operations and of `Client<paths>`.
  const request = http.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ response: Response }>;

  function through(operation: OperationDescriptor, call: Call) {
    return (sent: Request): Promise<Response> => {
      if (sent.headers.has("content-type")) sent.headers.set("content-type", type);
      return handler({ request: sent, operation, signal: call.options.signal, call });
    };
  }

  async function call(operation: OperationDescriptor, input?: object, callOptions: CallOptions = {}) {
    const { path, query, body } = splitInput(operation, input);
    const state: Call = { options: callOptions, attempts: 0 };
    const fetchOnce = through(operation, state);
    const { response } = await request(operation.method, operation.path, {
      params: { path, query },
      body,
      headers: callOptions.headers,
      parseAs: "stream",
      fetch: async (sent: Request) => {
        const response = await fetchOnce(sent);
        if (!response.ok) throw await ApiError.from(response, operation.id, state.attempts);
        return response;
      },
    });
    return { data: await readData(response, operation), response };
  }

  function raw(method: string, path: string, init?: CallOptions) {
    const operation = { id: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path };
    const { signal, retry, priority, timeoutMs, ...rest } = init ?? {};
    const state: Call = { options: { signal, retry, priority, timeoutMs }, attempts: 0 };
    return request(method, path, { fetch: through(operation, state), ...rest });
  }

  const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;
  const shortcuts = methods.map((method) => [method, (path: string, init?: CallOptions) => raw(method, path, init)]);
  return Object.assign(http, Object.fromEntries(shortcuts), { request: raw, scope: options.scope ?? baseUrl, call });
}
