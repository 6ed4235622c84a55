import type { RateLimit } from "@segment-iam/client";
import { createPace, type Pace, type Pass } from "../rate-limit/pace.ts";
import type { Answer } from "../rate-limit/read-answer.ts";
import type { Mode } from "./mode-switch.ts";
import {
  KEPT_FOR_INTERACTIVE,
  NO_LIMIT,
  PROBE_LEASE_MS,
  type Priority,
  type Take,
  type WindowReport,
} from "./shared-windows.ts";

/** The first pause while somebody else's probe is under way, and the longest. */
const FIRST_POLL_MS = 20;
const LONGEST_POLL_MS = 1_000;
/** Where nobody states the length of a window. */
const DEFAULT_WINDOW_MS = 60_000;

/** Leave to send one request that was taken from the shared window. */
interface Grant {
  readonly isProbe: boolean;
  /** The end of its window, in monotonic milliseconds; `Infinity` for a probe. */
  readonly endMs: number;
  /** Whether bulk work may use it, or it is one of those kept for interactive calls. */
  readonly mayBulk: boolean;
}

/** Leave to send one request. */
export interface SharedPass {
  /** What the process' own pace makes of it. */
  readonly own: Pass;
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
export interface SharedPace extends Pace<SharedPass> {
  /** Goes over to sending one request at a time by its own pace, or back. */
  setMode(mode: Mode): void;
  /** From when on asking for leave is of use. */
  asksAtMs(priority: Priority): number;
  /** Takes in the outcome of asking: opens for one request, or makes it wait before it asks again. */
  accept(take: Take, asked: Priority, nowMs: number): void;
  /** Closes again, when nobody is left to use what was granted. */
  giveBack(): void;
  /** What the other processes have to know; each is handed out once. */
  nextReport(nowMs: number): WindowReport | undefined;
}

/** Makes the pace of an operation from the limit the spec states. */
export function createSharedPace(stated: RateLimit | undefined): SharedPace {
  const own = createPace(stated);
  const windowMs = stated ? stated.windowSeconds * 1_000 : DEFAULT_WINDOW_MS;
  let mode: Mode = "shared";
  let inFlight = 0;
  let grant: Grant | undefined;
  /** The shared window by the last word of its keeper. */
  let seen: { readonly remaining: number; readonly endMs: number } | undefined;
  let due: WindowReport["kind"] | undefined;
  let pollMs = FIRST_POLL_MS;
  /** Until when asking was refused, and until when our own probe is waited for. */
  const refusedUntilMs: Record<Priority, number> = { interactive: -Infinity, bulk: -Infinity };
  let probingUntilMs = -Infinity;

  const open = (nowMs: number) => (seen && nowMs < seen.endMs ? seen : undefined);

  function refuse(priority: Priority, untilMs: number): void {
    refusedUntilMs.bulk = untilMs;
    if (priority === "interactive") refusedUntilMs.interactive = untilMs;
  }

  /** Whether an answer tells what the others cannot know. */
  function isNews(grant: Grant | undefined, answer: Answer | undefined, nowMs: number): boolean {
    if (!grant || grant.isProbe) return answer?.ok === true || answer?.remaining !== undefined;
    // With less left than was counted, somebody who does not share uses the same limit.
    const window = open(nowMs);
    const isSame = window !== undefined && Math.abs(grant.endMs - window.endMs) < windowMs / 2;
    return isSame && (answer?.remaining ?? Infinity) < window.remaining;
  }

  return {
    limit: () => own.limit(),

    isOpen(isBulk, nowMs) {
      if (mode === "local") return inFlight === 0 && own.isOpen(isBulk, nowMs);
      return grant !== undefined && nowMs < grant.endMs && (!isBulk || grant.mayBulk);
    },

    remaining(nowMs) {
      if (mode === "local") return own.remaining(nowMs);
      const remaining = open(nowMs)?.remaining ?? own.limit();
      return remaining > NO_LIMIT / 2 ? Infinity : remaining;
    },

    endsAtMs: (nowMs) => (mode === "local" ? own.endsAtMs(nowMs) : (open(nowMs)?.endMs ?? Infinity)),

    waitMs(ahead, isBulk, nowMs) {
      const untilMs = mode === "local" ? nowMs : refusedUntilMs[isBulk ? "bulk" : "interactive"];
      return Math.max(own.waitMs(ahead, isBulk, nowMs), untilMs - nowMs);
    },

    send(nowMs) {
      const pass: SharedPass = { own: own.send(nowMs), grant };
      grant = undefined;
      inFlight += 1;
      return pass;
    },

    receive(pass, answer, nowMs) {
      inFlight -= 1;
      own.receive(pass.own, answer, nowMs);
      if (pass.grant?.isProbe) probingUntilMs = -Infinity;
      if (answer?.refused) {
        due = "closed";
        seen = { remaining: 0, endMs: own.endsAtMs(nowMs) };
      } else if (isNews(pass.grant, answer, nowMs)) {
        if (due !== "closed") due = "window";
      } else if (pass.grant?.isProbe) {
        due ??= "lost";
      }
    },

    setMode(next) {
      mode = next;
      grant = undefined;
      refuse("interactive", -Infinity);
      probingUntilMs = -Infinity;
    },

    asksAtMs: (priority) => Math.max(refusedUntilMs[priority], probingUntilMs),

    accept(take, asked, nowMs) {
      if (take.kind === "probing") {
        refuse("interactive", nowMs + Math.min(take.waitMs, pollMs));
        pollMs = Math.min(2 * pollMs, LONGEST_POLL_MS);
        return;
      }
      pollMs = FIRST_POLL_MS;
      if (take.kind === "full") {
        refuse(asked, nowMs + take.waitMs);
        if (asked === "interactive") seen = { remaining: 0, endMs: nowMs + take.waitMs };
        return;
      }
      // A 429 or a failure has arrived in the meantime.
      if (due === "closed" || mode === "local") return;
      if (take.kind === "probe") {
        seen = undefined;
        probingUntilMs = nowMs + PROBE_LEASE_MS;
        grant = { isProbe: true, endMs: Infinity, mayBulk: true };
        return;
      }
      const { remaining, endsInMs } = take;
      seen = { remaining, endMs: nowMs + endsInMs };
      const limit = own.limit();
      const kept = limit < Infinity ? Math.floor(limit * KEPT_FOR_INTERACTIVE) : 0;
      grant = { isProbe: false, endMs: seen.endMs, mayBulk: asked === "bulk" || remaining >= kept };
    },

    giveBack() {
      if (grant?.isProbe) {
        probingUntilMs = -Infinity;
        due ??= "lost";
      }
      grant = undefined;
    },

    nextReport(nowMs) {
      const kind = due;
      due = undefined;
      if (!kind || kind === "lost") return kind && { kind };
      const remaining = own.remaining(nowMs);
      // Where nobody states figures, a window has no end either.
      const isLimited = remaining < Infinity;
      const endMs = isLimited ? own.endsAtMs(nowMs) : nowMs + windowMs;
      // It has ended meanwhile.
      if (endMs === Infinity) return undefined;
      if (kind === "closed") return { kind, forMs: endMs - nowMs };
      seen = { remaining: Math.min(remaining, NO_LIMIT), endMs };
      const limit = Math.min(own.limit(), NO_LIMIT);
      return { kind, remaining: seen.remaining, limit, windowMs, endsInMs: endMs - nowMs };
    },
  };
}
