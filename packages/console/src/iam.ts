import { createIamClient } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import { API_PATH } from "./iam-api.ts";
import { largePages } from "./large-pages.ts";

/** Queues calls that would exceed a rate limit, and tracks the remaining requests of each operation. */
export const limiter = rateLimit();

/** Longer than the proxy's own timeout, so that the proxy's error arrives first. */
const TIMEOUT_MS = 15_000;

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
