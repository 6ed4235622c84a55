import {
  ApiError,
  ConfigError,
  createIamClient,
  type CallOptions,
  type DataWithResponse,
  type IamClient,
  type Interceptor,
  type OperationDescriptor,
} from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import type { IamProxyOptions } from "../iam-proxy-options.ts";
import { withTimeout } from "../limits/with-timeout.ts";
import type { ProxiedCall } from "../proxied-call.ts";
import { createRedact, type Redact } from "../response/create-redact.ts";
import { HttpError } from "../response/http-error.ts";
import { limitResponses } from "./limit-responses.ts";

/** The maximum number of tokens whose clients are kept. */
const MAX_CLIENTS = 1_000;

/** A client for one token, with its own interceptors. */
interface TokenClient {
  readonly iam: IamClient;
  /** Replaces the token of this client in text. */
  readonly redact: Redact;
}

/** Sends a call to the API. */
type Send = (
  operation: OperationDescriptor,
  callOptions: CallOptions,
  call: ProxiedCall,
) => Promise<DataWithResponse<unknown>>;

/**
 * Creates a function that sends calls to the API.
 *
 * If `token` is a function, each token has its own client, because the API counts requests by token. Keeps the clients of the
 * 1,000 most recently used tokens. If the API rejects a token, and the function then returns another, sends the call once more.
 *
 * @throws {ConfigError} for an invalid option
 */
export function createSend(options: IamProxyOptions, timeoutMs: number, maxResponseBytes: number): Send {
  const { token, region, baseUrl } = options;
  const fetch = limitResponses(options.fetch, maxResponseBytes);

  function createClient(value: string): TokenClient {
    const interceptors = createInterceptors(options.interceptors);
    const iam = createIamClient({ token: value, region, baseUrl, interceptors, timeoutMs, fetch });
    return { iam, redact: createRedact(value) };
  }

  if (typeof token === "string") {
    const { iam } = createClient(token);
    return (operation, callOptions, call) => iam.call(operation, call.input, callOptions);
  }

  const tokenFunction = token;
  // Validates the other options before the first request.
  createClient("unused");
  const clients = new Map<string, TokenClient>();

  async function clientOf({ request, actor }: ProxiedCall): Promise<TokenClient> {
    const value = checkReturnedToken(await withTimeout(tokenFunction(request, actor), timeoutMs, tokenTimeout));
    const client = clients.get(value) ?? createClient(value);
    // A map keeps insertion order, so the first key is the least recently used.
    clients.delete(value);
    clients.set(value, client);
    if (clients.size > MAX_CLIENTS) clients.delete(clients.keys().next().value ?? "");
    return client;
  }

  return async (operation, callOptions, call) => {
    const client = await clientOf(call);
    call.redact = client.redact;
    try {
      return await client.iam.call(operation, call.input, callOptions);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      const renewed = await clientOf(call);
      if (renewed === client) throw error;
      call.redact = renewed.redact;
      return renewed.iam.call(operation, call.input, callOptions);
    }
  };
}

function checkReturnedToken(value: unknown): string {
  if (value === undefined || value === "")
    throw new ConfigError(
      "The token function returned no token. Set the environment variable that it reads, such as SEGMENT_TOKEN",
    );
  if (typeof value !== "string") throw new ConfigError(`The token function must return a string, got ${typeof value}`);
  return value;
}

function tokenTimeout(): HttpError {
  return new HttpError(504, "gateway-timeout", "The proxy did not receive its token in time");
}

function createInterceptors(option: IamProxyOptions["interceptors"] = defaultInterceptors): readonly Interceptor[] {
  const interceptors: unknown = typeof option === "function" ? option() : option;
  if (Array.isArray(interceptors) && interceptors.every((value) => typeof value === "function")) return interceptors;
  throw new ConfigError(
    "interceptors must be an array of interceptors, such as [retry(), rateLimit()], or a function that returns one",
  );
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
