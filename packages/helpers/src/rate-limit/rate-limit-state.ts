/** What is known of an operation's rate limit at a moment. */
export interface RateLimitState {
  /** How many requests a window takes; `undefined` until the spec or an answer tells. */
  readonly limit: number | undefined;
  /** How many are left, those under way taken off; `undefined` until known. */
  readonly remaining: number | undefined;
  /** When the window ends, in epoch milliseconds of the local clock. For display only: nothing is decided by it. */
  readonly resetAtMs: number | undefined;
  /** Whether a call made now would have to wait for the window to end. */
  readonly blocked: boolean;
  /** How many calls wait. */
  readonly queued: number;
}
