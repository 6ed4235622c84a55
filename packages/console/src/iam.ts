import { createIamClient, type Interceptor } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import { API_PATH } from "./iam-api.ts";

/** Queues calls that would exceed a rate limit, and tracks the remaining requests of each operation. */
export const limiter = rateLimit();

/** Longer than the proxy's own timeout, so that the proxy's error arrives first. */
const TIMEOUT_MS = 15_000;

/** The maximum page size of the API. */
const MAX_PAGE_SIZE = 1_000;

/**
 * Calls the API through the console's server, which holds the token.
 *
 * `retry` applies to bulk runs. TanStack Query retries the calls of hooks.
 */
export const iam = createIamClient({
  baseUrl: API_PATH,
  timeoutMs: TIMEOUT_MS,
  interceptors: [largePages(), retry(), limiter],
});

/**
 * Requests pages of the maximum size after the first page of a list.
 *
 * The first page keeps the default size, because a small page appears sooner. Larger pages need fewer requests, which are rate limited.
 */
function largePages(): Interceptor {
  return (next) => (context) => next({ ...context, url: enlargePage(context.url) });
}

function enlargePage(url: string): string {
  if (!url.includes("pagination.cursor=")) return url;
  return url.replace(/pagination\.count=\d+/, `pagination.count=${MAX_PAGE_SIZE}`);
}
