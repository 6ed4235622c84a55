import type { Interceptor } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";

/**
 * The layers of a proxy that was given none: calls are repeated where that makes sense, and wait for their turn in the rate limit.
 *
 * In a Cloudflare Worker they do not wait: a limiter lets the answer to one call wake the next, and there no request may touch what belongs
 * to another. Such calls fail ("Cannot perform I/O on behalf of a different request") or hang.
 */
export function defaultInterceptors(): readonly Interceptor[] {
  // Node 20 has no navigator.
  const isWorker = globalThis.navigator?.userAgent === "Cloudflare-Workers";
  return isWorker ? [retry()] : [retry(), rateLimit()];
}
