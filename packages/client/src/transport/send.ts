import { NetworkError } from "../errors/network-error.ts";
import { rememberText } from "../response/text-of.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Handler } from "./exchange.ts";

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
 * The caller's signal is followed by hand: giving it to each `Request` would leave a listener behind for every call.
 */
export function send({ fetch, timeoutMs: defaultTimeoutMs }: SendOptions): Handler {
  return async ({ request, operation, signal, call }) => {
    signal?.throwIfAborted();
    call.attempts += 1;
    const timeoutMs = call.options.timeoutMs ?? defaultTimeoutMs;
    const attempt = new AbortController();
    const follow = () => attempt.abort(signal?.reason);
    signal?.addEventListener("abort", follow, { once: true });
    const timer = setTimeout(() => attempt.abort(), timeoutMs);
    try {
      return await buffer(await fetch(request, { signal: attempt.signal }));
    } catch (cause) {
      signal?.throwIfAborted();
      if (attempt.signal.aborted) throw new TimeoutError(operation.id, call.attempts, timeoutMs, cause);
      throw new NetworkError(operation.id, call.attempts, cause);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", follow);
    }
  };
}

/** The same response with its body in memory. The headers that described the body on the wire no longer fit. */
async function buffer(response: Response): Promise<Response> {
  const { status, statusText } = response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return rememberText(new Response(text || null, { status, statusText, headers }), text);
}
