/** The forms in which a response can state a delay: in the body, in `Retry-After`, or as the end of a window. */
export const hints = ["body", "seconds", "date", "reset", "none"] as const;
export type Hint = (typeof hints)[number];

/** A hint as a response carries it. */
export interface HintParts {
  readonly headers: Readonly<Record<string, string>>;
  /** The `data` of the error in the body. */
  readonly data?: Readonly<Record<string, number>>;
}

/** States a delay in one of the forms. Dates are on the server's clock and have a resolution of one second. */
export function hintParts(hint: Hint, delayMs: number, serverMs: number): HintParts {
  const date = new Date(serverMs).toUTCString();
  const then = new Date(serverMs + delayMs).toUTCString();
  switch (hint) {
    case "body":
      return { headers: { date }, data: { msBeforeNext: delayMs, remainingPoints: 0 } };
    case "seconds":
      return { headers: { date, "retry-after": String(Math.ceil(delayMs / 1_000)) } };
    case "date":
      return { headers: { date, "retry-after": then } };
    case "reset":
      return { headers: { date, "x-ratelimit-reset": then } };
    case "none":
      return { headers: { date } };
  }
}
