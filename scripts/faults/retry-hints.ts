import { hintParts, type HintParts } from "@segment-iam/test-utils/retry-hints";

/** The server's clock is years behind and frozen, so a date is meaningful only relative to the response's `Date`. */
const SERVER_MS = Date.UTC(1998, 0, 1);

/** All headers and bodies that state when to retry, by their name in the table. */
export const retryHints = {
  none: { headers: {} },
  "retry-after-seconds": { headers: { "retry-after": "2" } },
  "retry-after-date": hintParts("date", 2_000, SERVER_MS),
  "ms-before-next": hintParts("body", 1_500, SERVER_MS),
  "rate-limit-reset": {
    headers: { ...hintParts("reset", 2_000, SERVER_MS).headers, "x-ratelimit-remaining": "0" },
  },
  "retry-after-10-minutes": { headers: { "retry-after": "600" } },
  "retry-after-invalid": { headers: { "retry-after": "soon" } },
  "x-should-retry-false": { headers: { "retry-after": "2", "x-should-retry": "false" } },
} as const satisfies Readonly<Record<string, HintParts>>;

/** The name of a retry hint. */
export type RetryHintName = keyof typeof retryHints;
