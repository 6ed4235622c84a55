import type { RateLimit } from "@segment-iam/client";
import { createRateLimitWindow, type RateLimitWindow, type Permit } from "../rate-limit/rate-limit-window.ts";
import type { RateLimitInfo } from "../rate-limit/read-rate-limit-info.ts";
import { createPollSchedule, type PollSchedule } from "./poll-schedule.ts";
import type { Mode } from "./failover.ts";
import { INTERACTIVE_SHARE, UNKNOWN_LIMIT, type Priority, type TakeResult, type WindowReport } from "./window-store.ts";

/** Where nobody states the length of a window. */
const DEFAULT_WINDOW_MS = 60_000;

/** What is known of a window, its end in monotonic milliseconds. */
interface KnownWindow {
  readonly remaining: number;
  readonly endMs: number;
}

/** Leave to send one request that was taken from the shared window. */
interface Grant {
  readonly isProbe: boolean;
  /** The end of its window; `Infinity` for a probe. */
  readonly endMs: number;
  /** Whether bulk work may use it, or it is one of those kept for interactive calls. */
  readonly mayBulk: boolean;
}

/** Leave to send one request. */
export interface SharedPermit {
  /** What the process' own pace makes of it. */
  readonly own: Permit;
  /** `undefined` when it is sent by local pacing. */
  readonly grant: Grant | undefined;
}

/**
 * The pace of an operation whose window processes share. It decides and never waits: somebody else asks for leave when asking is of
 * use, and hands the outcome in.
 *
 * Each process keeps a pace of its own beside, from the same answers. So it can go on alone at any moment, knowing the window, and
 * knows what to report when it comes back.
 */
export interface SharedWindow extends RateLimitWindow<SharedPermit>, Pick<PollSchedule, "asksAtMs"> {
  /** Goes over to sending one request at a time by its own pace, or back. */
  setMode(mode: Mode): void;
  /** Takes in the outcome of asking: opens for one request, or makes it wait before it asks again. */
  accept(take: TakeResult, asked: Priority, nowMs: number): void;
  /** Closes again, when nobody is left to use what was granted. */
  giveBack(): void;
  /** What the other processes have to know; each is handed out once. */
  nextReport(nowMs: number): WindowReport | undefined;
}

/** Makes the pace of an operation from the limit the spec states, if that is known already. */
export function createSharedWindow(stated?: RateLimit): SharedWindow {
  const own = createRateLimitWindow();
  let windowMs = DEFAULT_WINDOW_MS;
  let mode: Mode = "shared";
  let inFlight = 0;
  let grant: Grant | undefined;
  /** The shared window by the last word of its keeper. */
  let seen: KnownWindow | undefined;
  /** What is to be reported. */
  let news: (KnownWindow & { readonly kind: "window" | "closed" }) | undefined;
  let isProbeLost = false;
  const schedule = createPollSchedule();

  const open = (nowMs: number) => (seen && nowMs < seen.endMs ? seen : undefined);

  /** How many of a window are kept for interactive calls. */
  function kept(): number {
    const limit = own.limit();
    return limit < Infinity ? Math.floor(limit * INTERACTIVE_SHARE) : 0;
  }

  function giveBack(): void {
    if (grant?.isProbe) {
      schedule.endProbe();
      isProbeLost = true;
    }
    grant = undefined;
  }

  /** What an answer tells of the window that its keeper cannot know. */
  function learn(grant: Grant | undefined, answer: RateLimitInfo | undefined, nowMs: number): KnownWindow | undefined {
    const told = answer?.remaining ?? Infinity;
    if (grant && !grant.isProbe) {
      // With less left than was counted, somebody who does not share uses the same limit.
      const window = open(nowMs);
      const isSame = window !== undefined && Math.abs(grant.endMs - window.endMs) < windowMs / 2;
      return isSame && told < window.remaining ? { remaining: told, endMs: window.endMs } : undefined;
    }
    if (!answer?.ok && told === Infinity) return undefined;
    // Where nobody states figures, a window has no end either.
    const remaining = own.remaining(nowMs);
    return remaining < Infinity
      ? { remaining, endMs: own.endsAtMs(nowMs) }
      : { remaining: UNKNOWN_LIMIT, endMs: nowMs + windowMs };
  }

  function assume(stated: RateLimit | undefined): void {
    own.assume(stated);
    if (stated) windowMs = stated.windowSeconds * 1_000;
  }

  assume(stated);
  return {
    assume,
    limit: () => own.limit(),

    isOpen(isBulk, nowMs) {
      if (mode === "local") return inFlight === 0 && own.isOpen(isBulk, nowMs);
      return grant !== undefined && nowMs < grant.endMs && (!isBulk || grant.mayBulk);
    },

    remaining(nowMs) {
      if (mode === "local") return own.remaining(nowMs);
      const remaining = open(nowMs)?.remaining ?? own.limit();
      return remaining > UNKNOWN_LIMIT / 2 ? Infinity : remaining;
    },

    endsAtMs: (nowMs) => (mode === "local" ? own.endsAtMs(nowMs) : (open(nowMs)?.endMs ?? Infinity)),

    waitMs(ahead, isBulk, nowMs) {
      const refusedMs = schedule.refusedUntilMs(isBulk ? "bulk" : "interactive") - nowMs;
      return Math.max(own.waitMs(ahead, isBulk, nowMs), refusedMs);
    },

    send(nowMs) {
      const pass: SharedPermit = { own: own.send(nowMs), grant };
      grant = undefined;
      inFlight += 1;
      return pass;
    },

    receive(pass, answer, nowMs) {
      inFlight -= 1;
      own.receive(pass.own, answer, nowMs);
      if (pass.grant?.isProbe) schedule.endProbe();
      const isClosed = answer?.refused === true;
      const window = isClosed ? { remaining: 0, endMs: own.endsAtMs(nowMs) } : learn(pass.grant, answer, nowMs);
      if (!window) {
        isProbeLost ||= pass.grant?.isProbe === true;
      } else if (isClosed || news?.kind !== "closed") {
        seen = window;
        news = { kind: isClosed ? "closed" : "window", ...window };
      }
    },

    setMode(next) {
      mode = next;
      grant = undefined;
      schedule.reset();
    },

    asksAtMs: schedule.asksAtMs,

    accept(take, asked, nowMs) {
      if (mode === "local") return;
      schedule.accept(take, asked, nowMs);
      if (take.kind === "full" && asked === "interactive") seen = { remaining: 0, endMs: nowMs + take.waitMs };
      if (take.kind === "granted") {
        seen = { remaining: take.remaining, endMs: nowMs + take.endsInMs };
        grant = { isProbe: false, endMs: seen.endMs, mayBulk: asked === "bulk" || take.remaining >= kept() };
      }
      if (take.kind === "probe") {
        seen = undefined;
        grant = { isProbe: true, endMs: Infinity, mayBulk: true };
      }
      // A 429 has arrived in the meantime.
      if (news?.kind === "closed") giveBack();
    },

    giveBack,

    nextReport(nowMs) {
      if (isProbeLost) {
        isProbeLost = false;
        return { kind: "lost" };
      }
      const told = news;
      news = undefined;
      // What has ended meanwhile is no news.
      if (!told || nowMs >= told.endMs) return undefined;
      const { kind, remaining, endMs } = told;
      const endsInMs = endMs - nowMs;
      if (kind === "closed") return { kind, forMs: endsInMs };
      return { kind, remaining, limit: Math.min(own.limit(), UNKNOWN_LIMIT), windowMs, endsInMs };
    },
  };
}
