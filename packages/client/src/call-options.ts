/** What may be said for one call. */
export interface CallOptions {
  /** Aborts the call, wherever it is: queued, waiting to retry, or under way. It then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Headers for this call alone. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long one attempt may take to the end of its body, in milliseconds. @default the client's `timeoutMs` */
  readonly timeoutMs?: number | undefined;
  /** `false` when somebody else retries, TanStack Query for example. @default true */
  readonly retry?: boolean | undefined;
  /** Told just before each time the request is sent, with 1 for the first. A call that was never sent had no effect. */
  readonly onAttempt?: ((attempt: number) => void) | undefined;
  /** Told what an attempt failed with, by whoever repeats it, before it is repeated. */
  readonly onRetry?: ((failure: unknown) => void) | undefined;
  /** Bulk work waits for a place in a rate limit behind everything interactive. @default "interactive" */
  readonly priority?: "interactive" | "bulk" | undefined;
}
