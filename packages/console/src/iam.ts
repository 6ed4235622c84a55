import { createIamClient } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import { apiPath } from "./api-path.ts";

/** Holds calls back rather than send them into a 429, and knows how much of each quota is left. */
export const limiter = rateLimit();

/** Longer than the server's proxy waits for Segment, so that its own answer arrives. In milliseconds. */
const TIMEOUT_MS = 15_000;

/**
 * The way to the workspace: through the console's own server, which holds the token.
 *
 * `retry` is for bulk work; the hooks leave retrying to TanStack Query.
 */
export const iam = createIamClient({ baseUrl: apiPath, timeoutMs: TIMEOUT_MS, interceptors: [retry(), limiter] });
