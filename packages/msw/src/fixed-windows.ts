import type { ContractLimit } from "./contract.ts";

/** Where a window stands after a request was counted in it. */
export interface WindowState {
  /** Whether the request is within the limit. */
  readonly isAllowed: boolean;
  /** The requests counted in this window, refused ones included. */
  readonly consumed: number;
  /** The requests that are left. */
  readonly remaining: number;
  /** When the window ends, in milliseconds of the clock. */
  readonly endsAtMs: number;
}

/** Counts requests in fixed windows. A window begins with the first request after the end of the one before, as the API's do. */
export class FixedWindows {
  readonly #windows = new Map<string, { consumed: number; readonly endsAtMs: number }>();

  /** Counts one request. */
  consume(key: string, { requests, windowSeconds }: ContractLimit, nowMs: number): WindowState {
    let window = this.#windows.get(key);
    if (window === undefined || nowMs >= window.endsAtMs) {
      window = { consumed: 0, endsAtMs: nowMs + windowSeconds * 1_000 };
      this.#windows.set(key, window);
    }
    window.consumed += 1;
    const { consumed, endsAtMs } = window;
    return { isAllowed: consumed <= requests, consumed, remaining: Math.max(0, requests - consumed), endsAtMs };
  }

  /** Forgets every window. */
  clear(): void {
    this.#windows.clear();
  }
}
