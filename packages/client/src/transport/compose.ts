import type { Handler, Interceptor } from "./exchange.ts";

/** Wraps a handler in interceptors; the first one given is the outermost. */
export function compose(interceptors: readonly Interceptor[], handler: Handler): Handler {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), handler);
}
