import type { CallOptions } from "@segment-iam/client";

/** The priority of a call. Interactive calls go before bulk calls. */
export type Priority = NonNullable<CallOptions["priority"]>;

/**
 * The result of requesting a permit for one request.
 *
 * - `granted`: the request can be sent. `remaining` requests are left in the window, which ends in `endsInMs`.
 * - `probe`: the request can be sent, and opens a window. No other process sends until its response is reported.
 * - `full`: nothing is left for this priority until `waitMs` have passed.
 * - `probing`: the probe of another process is in flight. Its lease ends in `waitMs`.
 */
export type TakeResult =
  | { readonly kind: "granted"; readonly remaining: number; readonly endsInMs: number }
  | { readonly kind: "probe" }
  | { readonly kind: "full"; readonly waitMs: number }
  | { readonly kind: "probing"; readonly waitMs: number };

/**
 * The rate-limit information of a response, for the other processes.
 *
 * - `window`: `remaining` requests of `limit` are left, in a window of length `windowMs` that ends within `endsInMs`.
 * - `closed`: a 429. No process may send before `forMs` have passed.
 * - `lost`: the response to a probe is missing or has no information. Another probe is required.
 * - `reset`: nothing is known about the window any more. A probe is required.
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
  | { readonly kind: "lost" | "reset" };

/**
 * Stores the rate-limit windows that processes share, one for each key. The store uses its own clock, so all times are durations in
 * milliseconds.
 *
 * Each method rejects when the store fails or times out. The store may still have executed the command.
 */
export interface WindowStore {
  /** Requests a permit to send one request. */
  take(key: string, priority: Priority): Promise<TakeResult>;
  /** Stores the information of a response. */
  report(key: string, report: WindowReport): Promise<void>;
  /** Resolves if `take` and `report` are likely to work. */
  check(): Promise<void>;
}

/** The lease of a probe, in milliseconds. After it expires, another process can send a probe, because the first process may have exited. */
export const PROBE_LEASE_MS = 5_000;

/** The value for a limit that neither the spec nor a response states. */
export const UNKNOWN_LIMIT = 1_000_000_000;
