import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { rememberText } from "../response/body-text.ts";
import type { Handler } from "./exchange.ts";

/** A longer delay makes every platform's `setTimeout` fire at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** What `send` needs. */
export interface SendOptions {
  /** The `fetch` to send with. */
  readonly fetch: typeof globalThis.fetch;
  /** How long one attempt may take to the end of its body, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * The innermost handler: sends a request and waits for the whole body, so that a timeout covers it and layers above may read it.
 *
 * Redirects are not followed: the API has none, and a token must not go where one leads. The caller's signal is followed by
 * hand: giving it to each `fetch` would leave a listener behind for every call.
 */
export function send({ fetch, timeoutMs: defaultTimeoutMs }: SendOptions): Handler {
  return async ({ url, headers, body = null, operation, signal, call }) => {
    const { method, id } = operation;
    if (signal?.aborted) throw signal.reason;
    call.attempts += 1;
    call.options.onAttempt?.(call.attempts);
    const timeoutMs = call.options.timeoutMs ?? defaultTimeoutMs;
    const attempt = new AbortController();
    const abort = () => attempt.abort(signal?.reason);
    const timer = setTimeout(abort, Math.min(timeoutMs, MAX_TIMEOUT_MS));
    signal?.addEventListener("abort", abort);
    try {
      const response = await fetch(url, { method, headers, body, signal: attempt.signal, redirect: "manual" });
      rememberText(response, await response.text());
      return response;
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (attempt.signal.aborted) throw new TimeoutError(id, call.attempts, timeoutMs, cause);
      throw new NetworkError(id, call.attempts, cause);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };
}
