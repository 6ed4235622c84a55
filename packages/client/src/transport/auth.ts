import { readToken, type Token } from "../token.ts";
import type { Exchange, Interceptor } from "./exchange.ts";

/**
 * Puts the token on each request.
 *
 * A provider is asked for every attempt, and once more after a 401, so that tokens may rotate. The request that outer layers
 * hold stays without the token.
 */
export function auth(token: Token): Interceptor {
  return (next) => async (exchange) => {
    const response = await next(await authorize(exchange, token));
    if (response.status !== 401 || typeof token === "string") return response;
    return next(await authorize(exchange, token));
  };
}

async function authorize(exchange: Exchange, token: Token): Promise<Exchange> {
  const request = exchange.request.clone();
  request.headers.set("authorization", `Bearer ${await readToken(token)}`);
  return { ...exchange, request };
}
