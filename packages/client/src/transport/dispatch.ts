import createClient, { mergeHeaders, type Middleware } from "openapi-fetch";
import type { ClientSettings } from "../client-options.ts";
import { ConfigError, InputError } from "../errors/request-errors.ts";
import { IamError } from "../errors/iam-error.ts";
import type { CallState } from "../interceptor.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import type { RawInit } from "../raw-init.ts";
import { serializePath, serializeQuery } from "../request/serialize.ts";
import { keepBody, toReadable } from "../response/response-body.ts";
import { PlainRequest, toRequestContext } from "./to-request-context.ts";
import { send } from "./send.ts";

/** The result of one openapi-fetch call, without the types of the OpenAPI document. */
interface RawResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Sends one call. */
type Dispatch = (operation: OperationDescriptor, init: RawInit, call: CallState, isRaw?: boolean) => Promise<RawResult>;

/**
 * Creates the functions that send a client's calls through openapi-fetch. Middleware runs once for each call, and
 * interceptors run once for each attempt.
 *
 * Without middleware, operations are sent as plain data. Middleware and raw calls need a `Request`.
 */
export function createDispatch(settings: ClientSettings): {
  dispatch: Dispatch;
  use: (...middleware: Middleware[]) => void;
  eject: (...middleware: Middleware[]) => void;
} {
  const client = createClient<object>({ baseUrl: settings.baseUrl });
  const request = client.request as unknown as (method: string, path: string, init: object) => Promise<RawResult>;
  const handler = (settings.interceptors ?? []).reduceRight((next, wrap) => wrap(next), send(settings));
  const isAbsolute = /^http/i.test(settings.baseUrl);
  let hasMiddleware = false;

  return {
    async dispatch(operation, init, call, isRaw) {
      const isPlain = !isRaw && !hasMiddleware;
      // A `fetch` option may accept a relative URL, but the `Request` constructor does not.
      if (!(isAbsolute || globalThis.location || (isPlain && settings.fetch)))
        throw new ConfigError(
          `The baseUrl "${settings.baseUrl}" is a path, which works only in browsers. On a server, use an absolute URL, or prefetch the data with a client that has the token`,
        );
      let received: Response | undefined;
      let falsy: Error | undefined;
      const fetch = async (sent: Request | PlainRequest): Promise<Response> => {
        try {
          received = await handler(await toRequestContext(sent, operation, call, init));
          return isPlain && received.ok ? received : await toReadable(received);
        } catch (thrown) {
          // openapi-fetch 0.17 ignores a falsy rejection.
          throw thrown || (falsy = new Error("Rejected with a falsy value", { cause: thrown }));
        }
      };
      try {
        const result = await request(operation.method, operation.path, {
          querySerializer: (query: object) => serializeQuery(operation, query),
          pathSerializer: (path: string, values: object) => serializePath(operation, path, values),
          ...init,
          ...(isRaw ? rawDefaults(settings, operation, init) : { parseAs: "stream" }),
          ...(isPlain && { Request: PlainRequest, headers: undefined, plainHeaders: init.headers }),
          fetch,
        });
        if (!isRaw && result.response !== received)
          await keepBody(result.response, result.error, received, operation.parseAs === "blob");
        return result;
      } catch (error) {
        // Capture the stack again, because the stack of an error from a timer or from `fetch` does not include the caller.
        if (error instanceof IamError) Error.captureStackTrace?.(error);
        throw falsy && error === falsy ? falsy.cause : error;
      }
    },
    use(...middleware) {
      hasMiddleware = true;
      client.use(...middleware);
    },
    eject: client.eject,
  };
}

/** The client's defaults for a raw call. */
function rawDefaults(
  { mediaType, headers }: ClientSettings,
  { id, path }: OperationDescriptor,
  init: RawInit,
): Pick<RawInit, "headers" | "params"> {
  if (!path.startsWith("/")) throw new InputError(id, "url", 'must start with "/"');
  const hasMediaType = init.body !== undefined && !(init.body instanceof FormData);
  return {
    headers: mergeHeaders(
      { accept: mediaType, ...(hasMediaType && { "content-type": mediaType }), ...headers },
      init.headers,
    ),
    // openapi-fetch serializes the path only if `params.path` is set.
    params: { path: {}, ...init.params },
  };
}
