import { resolveBaseUrl, type Region } from "./base-url.ts";
import type { CallOptions } from "./call-options.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConfigError } from "./errors/config-error.ts";
import type { DataWithResponse, IamClient } from "./iam-client.ts";
import { mediaType, type ApiVersion } from "./media-type.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";
import type { RawMethod, UntypedRawInit, UntypedRawResponse } from "./raw-method.ts";
import { buildRequest } from "./request/build-request.ts";
import { readHeaders } from "./request/read-headers.ts";
import { readData } from "./response/read-data.ts";
import { checkToken, type Token } from "./token.ts";
import type { Call, Interceptor } from "./transport/exchange.ts";
import { send } from "./transport/send.ts";

/** How a client reaches the API. Either `token` or `baseUrl` (of a proxy that holds the token) is required. */
export interface IamClientOptions {
  /**
   * The workspace's Public API token, or a function that gives the current one, asked for each attempt and within its time. It must
   * never reach a browser.
   */
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
  const { token } = options;
  // Only a proxy needs none.
  if (typeof token === "string" || (token ?? options.baseUrl) === undefined) checkToken(token);
  const settings = {
    ...options,
    baseUrl: resolveBaseUrl(options.baseUrl, options.region),
    mediaType: mediaType(options.version),
    headers: readHeaders(options.headers ?? {}, (name, reason) => new ConfigError(`${name} ${reason}`)),
  };
  const handler = (options.interceptors ?? []).reduceRight((next, wrap) => wrap(next), send(settings));

  async function exchange(
    operation: OperationDescriptor,
    input: object,
    options: CallOptions,
  ): Promise<(DataWithResponse<unknown> & { error?: undefined }) | { response: Response; error: ApiError }> {
    const call: Call = { options, attempts: 0 };
    const response = await handler({
      ...buildRequest(settings, operation, input, options.headers),
      operation,
      signal: options.signal,
      call,
    });
    return response.ok
      ? { response, data: await readData(response, operation) }
      : { response, error: await ApiError.from(response, operation.id, call.attempts) };
  }

  /** A raw call. The document's types are put on it here: they describe what the API sends, whatever the path. */
  function raw<Method extends "GET" | "POST" | "PUT" | "PATCH" | "DELETE">(
    method: Method,
  ): RawMethod<Lowercase<Method>> {
    const send = (path: string, init: UntypedRawInit = {}): Promise<UntypedRawResponse> => {
      const { params: { path: values, query, header } = {}, body, ...callOptions } = init;
      const operation: OperationDescriptor = {
        id: `${method} ${path}`,
        method,
        path,
        query: Object.keys({ ...query }),
        header: Object.keys({ ...header }),
        body: "body",
        bare: true,
      };
      return exchange(operation, { ...values, ...query, ...header, body }, callOptions);
    };
    return send as unknown as RawMethod<Lowercase<Method>>;
  }

  return {
    scope: options.scope ?? settings.baseUrl,
    async call(operation, input = {}, callOptions = {}) {
      const answer = await exchange(operation, input, callOptions);
      if (answer.error) throw answer.error;
      return answer;
    },
    GET: raw("GET"),
    POST: raw("POST"),
    PUT: raw("PUT"),
    PATCH: raw("PATCH"),
    DELETE: raw("DELETE"),
  };
}
