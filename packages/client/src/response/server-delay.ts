import type { RequestError } from "@segment-iam/types";
import { parseRetryAfter } from "./parse-retry-after.ts";

/** Added to a delay the server gave in milliseconds. */
const MILLISECOND_MARGIN_MS = 50;
/** Added to a delay whose source has a resolution of one second. */
const SECOND_MARGIN_MS = 1_000;

/**
 * How long the server asked to wait, in milliseconds, with a margin for the resolution of its source; `undefined` when it did not say.
 *
 * In order: `msBeforeNext` in the body of a 429, `Retry-After`, and on a 429 `X-RateLimit-Reset`. Dates are measured against
 * the `Date` of the same response, so that a wrong local clock changes nothing.
 */
export function serverDelayMs({ status, headers }: Response, errors: readonly RequestError[]): number | undefined {
  for (const { data } of errors) {
    const { msBeforeNext } = Object(data);
    if (typeof msBeforeNext === "number" && msBeforeNext >= 0) return msBeforeNext + MILLISECOND_MARGIN_MS;
  }
  const dateOf = (name: string) => Date.parse(headers.get(name) ?? "");
  const serverNowMs = dateOf("date");
  let toldMs = parseRetryAfter(headers.get("retry-after") ?? "", serverNowMs);
  if (Number.isNaN(toldMs) && status === 429) toldMs = dateOf("x-ratelimit-reset") - serverNowMs;
  return Number.isNaN(toldMs) ? undefined : Math.max(0, toldMs) + SECOND_MARGIN_MS;
}
