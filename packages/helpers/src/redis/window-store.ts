import type { CallOptions } from "@segment-iam/client";

/** The class of a call. Interactive calls go before bulk calls. */
export type Priority = NonNullable<CallOptions["priority"]>;

/**
 * The result of asking the store for permission to send one request.
 *
 * - `granted`: `remaining` requests are left in the window, which ends in `endsInMs`.
 * - `probe`: granted, but no window is known. This request opens it. No other process sends until its response is reported.
 * - `full`: nothing is left for this class until `waitMs` have passed.
 * - `probing`: the probe of another process is in flight. The store waits for it for `waitMs` at most.
 */
export type TakeResult =
  | { readonly kind: "granted"; readonly remaining: number; readonly endsInMs: number }
  | { readonly kind: "probe" }
  | { readonly kind: "full"; readonly waitMs: number }
  | { readonly kind: "probing"; readonly waitMs: number };

/**
 * What a process has learnt from a response.
 *
 * - `window`: `remaining` requests are left of `limit`, in a window of length `windowMs` that certainly ends within `endsInMs`.
 * - `closed`: a 429. No process may send before `forMs` have passed.
 * - `lost`: the response to a probe is missing or says nothing. Another probe has to be sent.
 */
export type WindowReport =
  | {
      readonly kind: "window";
      readonly remaining: number;
      readonly limit: number;
      readonly windowMs: number;
      readonly endsInMs: number;
    }
  | { readonly kind: "closed"; readonly forMs: number }
  | { readonly kind: "lost" };

/**
 * Keeps the rate-limit windows that processes share, one for each key. The store's own clock decides, so all times here are durations
 * in milliseconds.
 *
 * Each method rejects when the store fails or does not reply in time. Whether it executed the command is then unknown.
 */
export interface WindowStore {
  /** Asks for permission to send one request. */
  take(key: string, priority: Priority): Promise<TakeResult>;
  /** Stores what a response said. */
  report(key: string, report: WindowReport): Promise<void>;
  /** Resolves if `take` and `report` are likely to work. */
  check(): Promise<void>;
}

/** How long the store waits for the response to a probe, in milliseconds. The process that sent it may have ended. */
export const PROBE_LEASE_MS = 5_000;

/** Stands for a limit that neither the spec nor a response states. */
export const UNKNOWN_LIMIT = 1_000_000_000;
