import {
  createRateLimitWindow,
  interactiveReserve,
  type Permit,
  type RateLimitWindow,
} from "../rate-limit/rate-limit-window.ts";
import type { RateLimitInfo } from "../rate-limit/read-rate-limit-info.ts";
import type { RateLimitMode } from "./failover.ts";
import { createPollSchedule, type PollSchedule } from "./poll-schedule.ts";
import { UNKNOWN_LIMIT, type Priority, type TakeResult, type WindowReport } from "./window-store.ts";

/** The state of a window. Its end is in monotonic milliseconds. */
interface KnownWindow {
  readonly remaining: number;
  readonly endMs: number;
}

/** A permit from the store to send one request. */
interface Grant {
  readonly isProbe: boolean;
  /** The end of its window, or `Infinity` for a probe. */
  readonly endMs: number;
  /** Whether a bulk call can use it. Otherwise it is reserved for interactive calls. */
  readonly allowsBulk: boolean;
}

/** Permission to send one request. */
export interface SharedPermit {
  /** The permit of the local window. */
  readonly local: Permit;
  /** The permit from the store, or `undefined` in local mode. */
  readonly grant: Grant | undefined;
}

/**
 * The state of one operation's rate limit, with a window that processes share. It never waits or uses the store itself. The caller
 * requests a permit from the store at `nextPollMs`, and records the result.
 *
 * Each process also keeps a local window, which learns from the same responses. The process uses it while the store is unavailable, and
 * reports its state afterwards.
 */
export interface SharedWindow extends RateLimitWindow<SharedPermit>, Pick<PollSchedule, "nextPollMs"> {
  /** Switches between the store and the local window, which permits one request at a time. */
  setMode(mode: RateLimitMode): void;
  /** Records the result of a permit request: a grant for one request, or when to request again. */
  recordTake(result: TakeResult, priority: Priority, nowMs: number): void;
  /** Drops a grant that no waiting call has used. */
  dropGrant(): void;
  /** Returns the next report for the store, and removes it. */
  nextReport(nowMs: number): WindowReport | undefined;
}

/** Creates the shared state of one operation's rate limit. */
export function createSharedWindow(): SharedWindow {
  const local = createRateLimitWindow();
  const schedule = createPollSchedule();
  let mode: RateLimitMode = "shared";
  let inFlight = 0;
  let grant: Grant | undefined;
  /** The last known state of the shared window. */
  let shared: KnownWindow | undefined;
  let pendingReport: (KnownWindow & { readonly kind: "window" | "closed" }) | undefined;
  let isProbeLost = false;
  let isReset = false;

  const current = (nowMs: number) => (shared && nowMs < shared.endMs ? shared : undefined);

  function dropGrant(): void {
    if (grant?.isProbe) {
      schedule.endProbe();
      isProbeLost = true;
    }
    grant = undefined;
  }

  /** Returns the window that a response describes, if the store does not know it yet. */
  function learn(used: Grant | undefined, info: RateLimitInfo | undefined, nowMs: number): KnownWindow | undefined {
    const remaining = info?.remaining ?? Infinity;
    if (used && !used.isProbe) {
      // If fewer requests are left than the store counted, other clients use the same limit without this store.
      const window = current(nowMs);
      const isSame = window !== undefined && Math.abs(used.endMs - window.endMs) < local.lengthMs() / 2;
      return isSame && remaining < window.remaining ? { remaining, endMs: window.endMs } : undefined;
    }
    if (!info?.ok && remaining === Infinity) return undefined;
    // Without a known limit, the local window has no end. The reported window then ends after `local.lengthMs()`.
    const left = local.remaining(nowMs);
    return left < Infinity
      ? { remaining: left, endMs: local.endsAtMs(nowMs) }
      : { remaining: UNKNOWN_LIMIT, endMs: nowMs + local.lengthMs() };
  }

  return {
    setSpecLimit: local.setSpecLimit,
    limit: local.limit,
    lengthMs: local.lengthMs,
    nextPollMs: schedule.nextPollMs,
    dropGrant,

    canSend(isBulk, nowMs) {
      if (mode === "local") return inFlight === 0 && local.canSend(isBulk, nowMs);
      return grant !== undefined && nowMs < grant.endMs && (!isBulk || grant.allowsBulk);
    },

    remaining(nowMs) {
      if (mode === "local") return local.remaining(nowMs);
      const remaining = current(nowMs)?.remaining ?? local.limit();
      return remaining > UNKNOWN_LIMIT / 2 ? Infinity : remaining;
    },

    endsAtMs: (nowMs) => (mode === "local" ? local.endsAtMs(nowMs) : (current(nowMs)?.endMs ?? Infinity)),

    estimatedWaitMs(ahead, isBulk, nowMs) {
      const blockedMs = schedule.blockedUntilMs(isBulk ? "bulk" : "interactive") - nowMs;
      return Math.max(local.estimatedWaitMs(ahead, isBulk, nowMs), blockedMs);
    },

    reserve(isBulk, nowMs) {
      const permit: SharedPermit = { local: local.reserve(isBulk, nowMs), grant };
      grant = undefined;
      inFlight += 1;
      return permit;
    },

    record(permit, info, nowMs) {
      inFlight -= 1;
      local.record(permit.local, info, nowMs);
      if (permit.grant?.isProbe) schedule.endProbe();
      const isClosed = info?.isRateLimited === true;
      const window = isClosed ? { remaining: 0, endMs: local.endsAtMs(nowMs) } : learn(permit.grant, info, nowMs);
      if (!window) {
        isProbeLost ||= permit.grant?.isProbe === true;
      } else if (isClosed || pendingReport?.kind !== "closed") {
        shared = window;
        pendingReport = { kind: isClosed ? "closed" : "window", ...window };
      }
    },

    setMode(next) {
      mode = next;
      grant = undefined;
      schedule.reset();
    },

    recordTake(result, priority, nowMs) {
      if (mode === "local") return;
      schedule.record(result, priority, nowMs);
      if (result.kind === "full" && priority === "interactive") shared = { remaining: 0, endMs: nowMs + result.waitMs };
      if (result.kind === "granted") {
        const { remaining } = result;
        shared = { remaining, endMs: nowMs + result.endsInMs };
        const allowsBulk = priority === "bulk" || remaining >= interactiveReserve(local.limit());
        grant = { isProbe: false, endMs: shared.endMs, allowsBulk };
      }
      if (result.kind === "probe") {
        shared = undefined;
        grant = { isProbe: true, endMs: Infinity, allowsBulk: true };
      }
      // If a 429 arrived during the permit request, the new grant must not be used.
      if (pendingReport?.kind === "closed") dropGrant();
    },

    reset() {
      local.reset();
      schedule.reset();
      shared = undefined;
      pendingReport = undefined;
      isReset = true;
    },

    nextReport(nowMs) {
      if (isReset) {
        isReset = false;
        return { kind: "reset" };
      }
      if (isProbeLost) {
        isProbeLost = false;
        return { kind: "lost" };
      }
      const report = pendingReport;
      pendingReport = undefined;
      if (!report || nowMs >= report.endMs) return undefined;
      const { kind, remaining, endMs } = report;
      const endsInMs = endMs - nowMs;
      if (kind === "closed") return { kind, forMs: endsInMs };
      return { kind, remaining, limit: Math.min(local.limit(), UNKNOWN_LIMIT), windowMs: local.lengthMs(), endsInMs };
    },
  };
}
