import { resolveBaseUrl, type Region } from "./base-url.ts";
import type { CallOptions } from "./call-options.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConfigError } from "./errors/config-error.ts";
import type { IamClient } from "./iam-client.ts";
import { mediaType, type ApiVersion } from "./media-type.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";
import type { RawMethod, UntypedRawInit, UntypedRawResponse } from "./raw-method.ts";
import { buildRequest } from "./request/build-request.ts";
import { splitInput, type SplitInput } from "./request/split-input.ts";
import { readData, readJson } from "./response/read-data.ts";
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
  const { token, version = "v1", interceptors = [], timeoutMs = 10_000, headers } = options;
  if (token === undefined && options.baseUrl === undefined) {
    throw new ConfigError("A client needs a token, or the baseUrl of a proxy that holds one");
  }
  if (typeof token === "string") checkToken(token);
  const defaults = { baseUrl: resolveBaseUrl(options.baseUrl, options.region), mediaType: mediaType(version), headers };
  const fetch: typeof globalThis.fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  const layers = token === undefined ? interceptors : [...interceptors, auth(token)];
  const handler = compose(layers, send({ fetch, timeoutMs }));

  async function exchange(operation: OperationDescriptor, input: SplitInput, callOptions: CallOptions) {
    const request = buildRequest(defaults, operation, input, callOptions.headers);
    const call: Call = { options: callOptions, attempts: 0 };
    const response = await handler({ request, operation, signal: callOptions.signal, call });
    return { response, attempts: call.attempts };
  }

  async function call(operation: OperationDescriptor, input?: object, callOptions: CallOptions = {}) {
    const { response, attempts } = await exchange(operation, splitInput(operation, input), callOptions);
    if (!response.ok) throw await ApiError.from(response, operation.id, attempts);
    return { data: await readData(response, operation), response };
  }

  /** A raw call. The document's types are put on it here: they describe what the API sends, whatever the path. */
  function raw<Method extends "get" | "post" | "put" | "patch" | "delete">(method: Method): RawMethod<Method> {
    const send = async (path: string, init: UntypedRawInit = {}): Promise<UntypedRawResponse> => {
      const { params = {}, body, ...callOptions } = init;
      const operation = { id: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path };
      const input = { path: params.path ?? {}, query: params.query ?? {}, body };
      const { response, attempts } = await exchange(operation, input, callOptions);
      if (response.ok) return { data: await readJson(response, operation.id), response };
      // `errors` alone: an unreadable body must not leave `error` undefined, which would look like a success.
      return { error: { errors: (await ApiError.from(response, operation.id, attempts)).errors }, response };
    };
    return send as unknown as RawMethod<Method>;
  }

  return {
    scope: options.scope ?? defaults.baseUrl,
    call,
    GET: raw("get"),
    POST: raw("post"),
    PUT: raw("put"),
    PATCH: raw("patch"),
    DELETE: raw("delete"),
  };
}
