import { hintParts, type HintParts } from "@segment-iam/test-utils/retry-hints";

/** The server's clock is years behind and stands still: only the `Date` of a response gives dates a meaning. */
const SERVER_MS = Date.UTC(1998, 0, 1);

/** Every hint that a response can carry, by its name in the table. */
export const hints = {
  none: { headers: {} },
  "retry-after-seconds": { headers: { "retry-after": "2" } },
  "retry-after-date": hintParts("date", 2_000, SERVER_MS),
  "ms-before-next": hintParts("body", 1_500, SERVER_MS),
  "rate-limit-reset": {
    headers: { ...hintParts("reset", 2_000, SERVER_MS).headers, "x-ratelimit-remaining": "0" },
  },
  "retry-after-ages": { headers: { "retry-after": "600" } },
  "retry-after-unreadable": { headers: { "retry-after": "soon" } },
  "do-not-retry": { headers: { "retry-after": "2", "x-should-retry": "false" } },
} as const satisfies Readonly<Record<string, HintParts>>;

/** The name of a hint. */
export type HintName = keyof typeof hints;
