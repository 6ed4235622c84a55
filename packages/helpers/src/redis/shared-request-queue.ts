import type { Exchange, Handler } from "@segment-iam/client";
import { createRequestQueue, type RequestQueue, type RequestQueueOptions } from "../rate-limit/request-queue.ts";
import { sendQueued } from "../rate-limit/send-queued.ts";
import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";
import type { Failover } from "./failover.ts";
import { createSharedWindow, type SharedPermit } from "./shared-window.ts";
import type { Priority, WindowStore } from "./window-store.ts";

/** What a gate needs. */
export interface SharedRequestQueueOptions extends RequestQueueOptions {
  /** What the window is called where it is kept. */
  readonly key: string;
  readonly windows: WindowStore;
  readonly modes: Failover;
  readonly clock: Clock;
}

/** The effects of pacing one operation by a window that processes share. */
export interface SharedRequestQueue extends Pick<RequestQueue<SharedPermit>, "assume" | "state" | "subscribe"> {
  /**
   * Sends a call when its turn has come.
   *
   * @throws {QueueFullError} when too many wait already.
   * @throws {WaitTooLongError} when its turn would come too late, or did not come in time.
   */
  run(exchange: Exchange, next: Handler): Promise<Response>;
}

/**
 * Makes a gate that opens when the keeper of the windows gives leave.
 *
 * One command at a time is on its way: what answers told goes first, then the question for leave to send one call. Once that is
 * refused, nobody asks before the time it was refused for.
 */
export function createSharedRequestQueue(options: SharedRequestQueueOptions): SharedRequestQueue {
  const { key, windows, modes, clock } = options;
  const pace = createSharedWindow();
  const gate = createRequestQueue(pace, options);
  let running = 0;
  let isCommanding = false;
  let stopTimer: (() => void) | undefined;

  modes.subscribe(({ mode }) => {
    pace.setMode(mode);
    gate.admit();
    void command();
  });

  /** The classes of those who wait, interactive first. */
  const waiting = (): Priority[] =>
    (["interactive", "bulk"] as const).filter((priority) => gate.waiting(priority === "bulk") > 0);

  /** Tells and asks for as long as that is of use. */
  async function command(): Promise<void> {
    if (isCommanding) return;
    isCommanding = true;
    stopTimer?.();
    try {
      while (modes.mode === "shared") {
        const report = pace.nextReport(clock.now());
        const asked = waiting().find((priority) => pace.asksAtMs(priority) <= clock.now());
        if (report) await windows.report(key, report);
        else if (asked) await ask(asked);
        else break;
      }
    } catch (cause) {
      modes.fail(cause);
    }
    isCommanding = false;
    if (modes.mode === "local") return;
    const atMs = Math.min(...waiting().map((priority) => pace.asksAtMs(priority)));
    // Who waits has a timer of its own that keeps the process.
    if (atMs < Infinity) stopTimer = startTimer(clock, atMs - clock.now(), () => void command(), false);
  }

  async function ask(priority: Priority): Promise<void> {
    const take = await windows.take(key, priority);
    pace.accept(take, priority, clock.now());
    if (take.kind === "full") gate.turnAway();
    gate.admit();
    pace.giveBack();
  }

  function work(change: number): void {
    running += change;
    modes.setBusy(gate, running > 0);
    void command();
  }

  return {
    assume: gate.assume,
    state: gate.state,
    subscribe: gate.subscribe,

    async run(exchange, next) {
      const sending = sendQueued(gate, exchange, next);
      work(1);
      try {
        return await sending;
      } finally {
        work(-1);
      }
    },
  };
}
