import type { RequestError } from "@segment-iam/types";

/** The margin for a delay given in milliseconds. */
const MILLISECOND_MARGIN_MS = 50;
/** The margin for a delay or date given in seconds. */
const SECOND_MARGIN_MS = 1_000;
/** The longest delay that is measured with the local clock. A longer delay probably means that the clock is wrong. */
const MAX_LOCAL_DELAY_MS = 3_600_000;

/**
 * Returns the delay that the server requested, in milliseconds; `undefined` when it requested none. The delay includes a margin for
 * the resolution of its source.
 *
 * Sources, in order: `msBeforeNext` in the body, `Retry-After` (RFC 9110, 10.2.3; the first of several), and on a 429
 * `X-RateLimit-Reset`. Dates are compared with the `Date` of the same response, so a wrong local clock has no effect. A date in the
 * past, such as the start of 1970, is ignored.
 *
 * Without `Date`, which browsers hide from other origins by default, a date in `Retry-After` is compared with the local clock. It is
 * ignored if it is over an hour away.
 */
export function serverDelayMs({ status, headers }: Response, errors: readonly RequestError[]): number | undefined {
  for (const { data } of errors) {
    const { msBeforeNext } = Object(data);
    if (typeof msBeforeNext === "number" && msBeforeNext >= 0) return msBeforeNext + MILLISECOND_MARGIN_MS;
  }
  const dateMs = (name: string) => Date.parse(headers.get(name) ?? "");
  let delayMs = Number(`${headers.get("retry-after")}`.replace(/,.*/, "")) * 1_000;
  if (Number.isNaN(delayMs)) delayMs = dateMs("retry-after") - dateMs("date");
  if (Number.isNaN(delayMs)) {
    const localDelayMs = dateMs("retry-after") - Date.now();
    if (localDelayMs <= MAX_LOCAL_DELAY_MS) delayMs = localDelayMs;
  }
  if (Number.isNaN(delayMs) && status === 429) delayMs = dateMs("x-ratelimit-reset") - dateMs("date");
  return delayMs >= -SECOND_MARGIN_MS ? Math.max(0, delayMs) + SECOND_MARGIN_MS : undefined;
}
