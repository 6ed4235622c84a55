import { InputError } from "../errors/input-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { rememberSecret } from "../response/body-text.ts";
import { readToken, type Token } from "../token.ts";
import type { Interceptor } from "./exchange.ts";

/**
 * Puts the token on each request, and sees to it that no error can repeat it and no other server than the client's gets it.
 *
 * A provider is asked for every attempt, and once more after a 401, so that tokens may rotate. Outer layers never see the token.
 */
export function auth(token: Token, baseUrl: string): Interceptor {
  return (next) => async (exchange) => {
    const { url, headers, operation, call } = exchange;
    if (!url.startsWith(`${baseUrl}/`)) throw new InputError(operation.id, "url", `leads away from ${baseUrl}`);
    for (let isLast = typeof token === "string"; ; isLast = true) {
      const secret = await readToken(token);
      try {
        const response = await next({ ...exchange, headers: { ...headers, authorization: `Bearer ${secret}` } });
        rememberSecret(response, secret);
        if (response.status !== 401 || isLast) return response;
      } catch (error) {
        throw holds(error, secret) ? new NetworkError(operation.id, call.attempts, "its reason held the token") : error;
      }
    }
  };
}

/** Whether an error, or what caused it, repeats the token: a `fetch` of the caller's own may put a whole request into a message. */
function holds(error: unknown, token: string): boolean {
  return error instanceof Error && (`${error.message}${error.stack}`.includes(token) || holds(error.cause, token));
}
