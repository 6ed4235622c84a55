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
  /** What to send with. @default the global `fetch` at the time of each call */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** How long one attempt may take to the end of its body, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number | undefined;
  /** Put on each request; `undefined` where a proxy has it. */
  readonly token?: Token | undefined;
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
export function send(options: SendOptions): Handler {
  const { token, baseUrl } = options;
  const start: Handler = (exchange) => new Promise((resolve, reject) => void attempt(exchange, resolve, reject));
  if (typeof token !== "function") return start;
  return async (exchange) => {
    const response = await start(exchange);
    return response.status === 401 ? start(exchange) : response;
  };

  /**
   * Never rejects itself. It has callbacks instead, to end at once when it is aborted, whatever it waits for: providers and many a `fetch`
   * know nothing of signals, and Node 20 and 22 never settle a body that cannot be unpacked.
   *
   * The caller's signal is followed by hand: giving it to each `fetch` would leave a listener behind for every call.
   */
  async function attempt(
    { url, headers, body, operation, signal, call }: Exchange,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ): Promise<void> {
    const { method, id } = operation;
    const timeoutMs = Math.min(
      call.options.timeoutMs ?? options.timeoutMs ?? 10_000,
      call.timeLeftMs?.() ?? MAX_TIMEOUT_MS,
      MAX_TIMEOUT_MS,
    );
    const controller = new AbortController();
    const abort = () => {
      controller.abort(signal?.reason);
      reject(
        signal?.aborted ? signal.reason : new TimeoutError(id, call.attempts, timeoutMs, controller.signal.reason),
      );
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
      if (token && !url.startsWith(`${baseUrl}/`)) throw new InputError(id, "url", `is not on ${baseUrl}`);
      secret = typeof token === "function" ? checkToken(await token()) : token;
      if (controller.signal.aborted) return;
      call.attempts += 1;
      call.options.onAttempt?.(call.attempts);
      isSent = true;
      const response = await (options.fetch ?? fetch)(url, {
        method,
        headers: secret ? { ...headers, authorization: `Bearer ${secret}` } : headers,
        // Deno sends a write again by itself when a kept connection ends before the answer, unless it has no copy of the body.
        body: "Deno" in globalThis && body ? new Blob([body]) : (body ?? null),
        signal: controller.signal,
        redirect: "manual",
      });
      await readBody(response, secret);
      resolve(response);
    } catch (thrown) {
      reject(isSent ? new NetworkError(id, call.attempts, thrown, secret) : thrown);
    } finally {
      end();
    }
  }
}
