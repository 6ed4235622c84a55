import type { Load } from "./peers.ts";

/** As much of `@sinonjs/fake-timers` as is used. */
interface FakeTimers {
  install(options: { now: number; toFake: string[] }): FakeClock;
}
interface FakeClock {
  readonly now: number;
  next(): number;
  countTimers(): number;
  uninstall(): void;
}

/** How many turns of the event loop promises and streams get until nothing moves any more without time. */
const TURNS = 4;

/** Time that passes only when it is told to, in everything that runs in this process. */
export interface VirtualTime {
  /** Since the beginning. */
  elapsedMs(): number;
  /** Jumps from timer to timer until `isOver`, or until no timer is left. */
  passUntil(isOver: () => boolean): Promise<void>;
  /** Gives the process its own time back. */
  end(): void;
}

/** Puts timers, dates and `performance.now` of this process under control. Promises, streams and `setImmediate` stay real. */
export async function startVirtualTime(load: Load, startsAtMs: number): Promise<VirtualTime> {
  const { install } = await load<FakeTimers>("@sinonjs/fake-timers");
  const timers = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"];
  const clock = install({ now: startsAtMs, toFake: [...timers, "Date", "performance"] });
  const { setTimeout } = globalThis;
  globalThis.setTimeout = Object.assign((callback: () => void, delayMs?: number, ...args: []) => {
    return setTimeout(callback, nodeDelayMs(delayMs), ...args);
  }, setTimeout);
  return {
    elapsedMs: () => clock.now - startsAtMs,
    passUntil: async (isOver) => {
      await letPromisesRun();
      while (!isOver() && clock.countTimers() > 0) {
        clock.next();
        await letPromisesRun();
      }
    },
    end: () => clock.uninstall(),
  };
}

/** What Node makes of a delay. Without it, a loop that waits for a fraction of a millisecond would never get on. */
function nodeDelayMs(delayMs = 1): number {
  return delayMs >= 1 && delayMs < 2 ** 31 ? delayMs : 1;
}

async function letPromisesRun(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
