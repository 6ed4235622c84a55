/** Says when to come back, or not to: the forms an answer may tell it in. */
export interface Hint {
  readonly headers: Readonly<Record<string, string>>;
  /** The `data` of the error in the body. */
  readonly data?: Readonly<Record<string, number>>;
}

/** The server's clock stands still, years from the client's: dates count from an answer's own `Date` only. */
const date = "Thu, 01 Jan 1998 00:00:00 GMT";
const twoSecondsLater = "Thu, 01 Jan 1998 00:00:02 GMT";

/** Every form of hint, by the name it has in the table. */
export const hints = {
  none: { headers: {} },
  "retry-after-seconds": { headers: { "retry-after": "2" } },
  "retry-after-date": { headers: { "retry-after": twoSecondsLater, date } },
  "ms-before-next": { headers: { date }, data: { msBeforeNext: 1_500, remainingPoints: 0, consumedPoints: 61 } },
  "rate-limit-reset": { headers: { "x-ratelimit-reset": twoSecondsLater, "x-ratelimit-remaining": "0", date } },
  "retry-after-ages": { headers: { "retry-after": "600" } },
  "retry-after-unreadable": { headers: { "retry-after": "soon" } },
  "do-not-retry": { headers: { "retry-after": "2", "x-should-retry": "false" } },
} as const satisfies Readonly<Record<string, Hint>>;

/** The name of a form of hint. */
export type HintName = keyof typeof hints;

/** All of them. */
export const hintNames = Object.keys(hints) as HintName[];
