import type { RequestError } from "@segment-iam/types";

/** Added to a delay the server gave in milliseconds. */
const MILLISECOND_MARGIN_MS = 50;
/** Added to a delay whose source has a resolution of one second. */
const SECOND_MARGIN_MS = 1_000;

/**
 * How long the server asked to wait, in milliseconds, with a margin for the resolution of its source; `undefined` when it did not say.
 *
 * In order: `msBeforeNext` in the body, `Retry-After` (RFC 9110, 10.2.3; the first, where there are several), and on a 429
 * `X-RateLimit-Reset`. Dates are measured against the `Date` of the same response, so that a wrong local clock changes nothing; one
 * that was over by then, such as the start of 1970, says nothing.
 */
export function serverDelayMs({ status, headers }: Response, errors: readonly RequestError[]): number | undefined {
  for (const { data } of errors) {
    const { msBeforeNext } = Object(data);
    if (typeof msBeforeNext === "number" && msBeforeNext >= 0) return msBeforeNext + MILLISECOND_MARGIN_MS;
  }
  const dateMs = (name: string) => Date.parse(headers.get(name) ?? "");
  let toldMs = Number(`${headers.get("retry-after")}`.replace(/,.*/, "")) * 1_000;
  if (Number.isNaN(toldMs)) toldMs = dateMs("retry-after") - dateMs("date");
  if (Number.isNaN(toldMs) && status === 429) toldMs = dateMs("x-ratelimit-reset") - dateMs("date");
  return toldMs >= -SECOND_MARGIN_MS ? Math.max(0, toldMs) + SECOND_MARGIN_MS : undefined;
}
