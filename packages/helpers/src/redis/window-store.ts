import type { CallOptions } from "@segment-iam/client";

/** Who goes before whom: interactive calls before bulk. */
export type Priority = NonNullable<CallOptions["priority"]>;

/**
 * What becomes of asking for leave to send one request.
 *
 * - `granted`: `remaining` are left in the window, which ends in `endsInMs`.
 * - `probe`: granted, but nobody knows the window. This one request opens it; until its answer is reported nobody else may send.
 * - `full`: nothing is left for this class until `waitMs` have passed.
 * - `probing`: somebody else's probe is under way, and given up for lost after `waitMs`.
 */
export type TakeResult =
  | { readonly kind: "granted"; readonly remaining: number; readonly endsInMs: number }
  | { readonly kind: "probe" }
  | { readonly kind: "full"; readonly waitMs: number }
  | { readonly kind: "probing"; readonly waitMs: number };

/**
 * What an answer of the server told.
 *
 * - `window`: `remaining` are left of `limit` in a window of the length `windowMs`, which is certainly over in `endsInMs`.
 * - `closed`: a 429; nobody may send before `forMs` have passed.
 * - `lost`: a probe has no answer that tells anything. Somebody has to send another.
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
 * The windows of rate limits as processes share them, one for each key. Whoever keeps them has the clock that counts: all times here
 * are lengths of time, in milliseconds.
 *
 * Each method rejects when the keeper is away or does not answer in time. Whether it did what it was asked to is then open.
 */
export interface WindowStore {
  /** Takes leave to send one request. */
  take(key: string, priority: Priority): Promise<TakeResult>;
  /** Takes in what an answer told. */
  report(key: string, report: WindowReport): Promise<void>;
  /** Resolves when `take` and `report` would work, as far as can be known. */
  check(): Promise<void>;
}

/** How long a probe is waited for, in milliseconds. The process that sent it may be gone. */
export const PROBE_LEASE_MS = 5_000;

/** The share of a window that bulk work leaves to interactive calls. */
export const INTERACTIVE_SHARE = 0.1;

/** Stands for a limit that neither the spec nor an answer states. */
export const UNKNOWN_LIMIT = 1_000_000_000;
