/** Where a response can state a delay: the body, `Retry-After` in seconds or as a date, or `X-RateLimit-Reset`. */
export const hints = ["body", "seconds", "date", "reset", "none"] as const;

/** A place where a response can state a delay. `none` stands for a response without a delay. */
export type Hint = (typeof hints)[number];

/** The parts of a response that state a delay. */
export interface HintParts {
  readonly headers: Readonly<Record<string, string>>;
  /** The `data` of the error in the body. */
  readonly data?: Readonly<Record<string, number>>;
}

/** Creates the parts that state `delayMs`. Dates use the server's clock, in whole seconds. */
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
