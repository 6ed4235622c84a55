import { InputError } from "../errors/request-errors.ts";
import { NetworkError, CallTimeoutError } from "../errors/transport-errors.ts";
import { ApiError } from "../errors/response-errors.ts";
import type { ClientSettings } from "../client-options.ts";
import type { RequestContext, Handler } from "../interceptor.ts";
import { readBody } from "../response/response-body.ts";
import { checkToken } from "../token.ts";

/** The message of the `ConfigError` if a token function returns no token. */
const NOT_RETURNED =
  "The token function returned no token. Set the environment variable that it reads, such as SEGMENT_TOKEN";

/** The maximum delay of `setTimeout`. With a longer delay, it fires at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Creates the innermost handler. It adds the token, sends the request and reads the whole body. The attempt's time limit therefore
 * covers the body, and interceptors can read the body. Interceptors never see the token, and no error contains it.
 *
 * A token function is called for each attempt, and once more after a 401, so that tokens can rotate. Redirects are not followed: the
 * API has none, and the token must not be sent to another host.
 */
export function send(settings: ClientSettings): Handler {
  const { token } = settings;
  const start: Handler = (context) => new Promise((resolve, reject) => void attempt(context, resolve, reject));
  if (typeof token !== "function") return start;
  return async (context) => {
    const response = await start(context);
    if (response.status !== 401) return response;
    const { call, operation } = context;
    call.options.onRetry?.(await ApiError.from(response, operation.id, call.attempts));
    return start(context);
  };

  /**
   * Settles the call through callbacks, so that an abort or a timeout takes effect at once. Token functions and many
   * implementations of `fetch` ignore signals. Node 20 and 22 never settle a body that cannot be decompressed.
   *
   * The function adds one listener to the caller's signal, and removes it at the end. Passing the signal to `fetch` would leave a
   * listener behind for each call.
   */
  async function attempt(
    { url, headers, body, operation, signal, call, fetchOptions, fetch: ownFetch, isBinary }: RequestContext,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ): Promise<void> {
    const { method, id } = operation;
    const timeoutMs = Math.min(
      call.options.timeoutMs ?? settings.timeoutMs,
      call.timeLeftMs?.() ?? MAX_TIMEOUT_MS,
      MAX_TIMEOUT_MS,
    );
    const controller = new AbortController();
    const abort = () => {
      controller.abort(signal?.reason);
      reject(signal?.aborted ? signal.reason : new CallTimeoutError(id, call.attempts, timeoutMs));
      end();
    };
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener("abort", abort);
    let secret: string | undefined;
    let isSent = false;
    try {
      if (signal?.aborted) throw signal.reason;
      if (token && !isBelow(url, settings.baseUrl))
        throw new InputError(id, "url", `must start with ${settings.baseUrl}/`);
      secret = typeof token === "function" ? checkToken(await token(), NOT_RETURNED) : token;
      if (controller.signal.aborted) return;
      call.attempts += 1;
      call.options.onAttempt?.(call.attempts);
      isSent = true;
      const init: RequestInit = {
        ...fetchOptions,
        method,
        headers: secret ? { ...headers, authorization: `Bearer ${secret}` } : headers,
        // Deno resends a write when a kept-alive connection closes before the response. A Blob prevents this. Forms, which have no
        // `slice`, are not converted.
        body: "Deno" in globalThis && (body as Blob | undefined)?.slice ? new Blob([body as Blob]) : (body ?? null),
        signal: controller.signal,
        redirect: "manual",
      };
      const response = await (ownFetch ? ownFetch(new Request(url, init)) : (settings.fetch ?? fetch)(url, init));
      await readBody(response, secret, isBinary || operation.parseAs === "blob");
      resolve(response);
    } catch (thrown) {
      reject(isSent ? new NetworkError(id, call.attempts, thrown, secret) : thrown);
    } finally {
      end();
    }
  }
}

/** Whether a URL is below a base URL. The URL of a `Request` is absolute and normalized; the base URL may be neither. */
function isBelow(url: string, baseUrl: string): boolean {
  const base = `${baseUrl}/`;
  const page = globalThis.location?.href;
  return url.startsWith(base) || (URL.canParse(base, page) && url.startsWith(new URL(base, page).href));
}
