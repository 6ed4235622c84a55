import { InputError } from "../errors/input-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { readBody } from "../response/body-text.ts";
import { checkToken, type Token } from "../token.ts";
import type { Exchange, Handler } from "./exchange.ts";

/** A longer delay makes every platform's `setTimeout` fire at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** What `send` needs. */
export interface SendOptions {
  /** The `fetch` to send with. */
  readonly fetch: typeof globalThis.fetch;
  /** How long one attempt may take to the end of its body, in milliseconds. */
  readonly timeoutMs: number;
  /** Put on each request; `undefined` where a proxy has it. */
  readonly token: Token | undefined;
  /** Where the token may go. */
  readonly baseUrl: string;
}

/**
 * The innermost handler: puts the token on a request, sends it and waits for the whole body, so that a timeout covers it and layers
 * above may read it. Those never see the token, and no error has it.
 *
 * A provider is asked for every attempt, and once more after a 401, so that tokens may rotate. Redirects are not followed: the API
 * has none, and a token must not go where one leads.
 */
export function send({ fetch, timeoutMs: defaultTimeoutMs, token, baseUrl }: SendOptions): Handler {
  if (typeof token !== "function") return (exchange) => attempt(exchange, token);
  return async (exchange) => {
    const response = await attempt(exchange, checkToken(await token()));
    return response.status === 401 ? attempt(exchange, checkToken(await token())) : response;
  };

  /** The caller's signal is followed by hand: giving it to each `fetch` would leave a listener behind for every call. */
  async function attempt(exchange: Exchange, secret: string | undefined): Promise<Response> {
    const { url, headers, body = null, operation, signal, call } = exchange;
    const { method, id } = operation;
    if (signal?.aborted) throw signal.reason;
    if (secret && !url.startsWith(`${baseUrl}/`)) throw new InputError(id, "url", `leads away from ${baseUrl}`);
    call.attempts += 1;
    call.options.onAttempt?.(call.attempts);
    const timeoutMs = Math.min(
      call.options.timeoutMs ?? defaultTimeoutMs,
      call.timeLeftMs?.() ?? MAX_TIMEOUT_MS,
      MAX_TIMEOUT_MS,
    );
    const controller = new AbortController();
    let giveUp: ((reason: unknown) => void) | undefined;
    const abort = () => {
      controller.abort(signal?.reason);
      giveUp?.(controller.signal.reason);
    };
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener("abort", abort);
    try {
      const response = await fetch(url, {
        method,
        headers: secret ? { ...headers, authorization: `Bearer ${secret}` } : headers,
        // Deno sends a write again by itself when a kept connection ends before the answer, unless it has no copy of the body.
        body: body !== null && "Deno" in globalThis ? new Blob([body]) : body,
        signal: controller.signal,
        redirect: "manual",
      });
      // Not left to `fetch`: Node 20 and 22 never settle a body that cannot be unpacked, not even when it is aborted.
      await new Promise((resolve, reject) => {
        giveUp = reject;
        readBody(response, secret).then(resolve, reject);
      });
      return response;
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      throw controller.signal.aborted
        ? new TimeoutError(id, call.attempts, timeoutMs, thrown, secret)
        : new NetworkError(id, call.attempts, thrown, secret);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  }
}
