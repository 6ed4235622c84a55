import type { VirtualClock } from "./virtual-clock.ts";

type Callback = (...args: unknown[]) => void;

/** The methods of Node's `Timeout` that libraries call. */
interface Handle {
  timer: unknown;
  ref(): Handle;
  unref(): Handle;
}

/**
 * Replaces the timers, `Date` and `performance.now` of this process with a virtual clock. Promises, streams and
 * `setImmediate` are not replaced.
 *
 * @param epochMs the value of `Date.now` when the clock is at 0
 * @returns a function that restores the originals
 */
export function installVirtualClock(clock: VirtualClock, epochMs: number): () => void {
  const real = { setTimeout, clearTimeout, setInterval, clearInterval, Date };
  const { now } = performance;
  const nowMs = (): number => epochMs + Math.floor(clock.now());

  const start =
    (repeats: boolean) =>
    (callback: Callback, delayMs?: number, ...args: unknown[]): Handle => {
      const fire = (): void => {
        if (repeats) handle.timer = clock.setTimeout(fire, nodeDelayMs(delayMs));
        callback(...args);
      };
      const handle: Handle = {
        timer: clock.setTimeout(fire, nodeDelayMs(delayMs)),
        ref: () => handle,
        unref: () => handle,
      };
      return handle;
    };
  const stop = (handle?: Handle): void => clock.clearTimeout(handle?.timer);

  class VirtualDate extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length > 0 ? args : [nowMs()]) as [number]));
    }
    static override now(): number {
      return nowMs();
    }
  }

  const virtual = {
    setTimeout: start(false),
    clearTimeout: stop,
    setInterval: start(true),
    clearInterval: stop,
    Date: VirtualDate,
  };
  Object.assign(globalThis, virtual);
  performance.now = () => clock.now();
  return () => {
    Object.assign(globalThis, real);
    performance.now = now;
  };
}

/** Converts a delay as Node does: whole milliseconds, at least 1, and 1 for delays above 2^31 - 1. */
function nodeDelayMs(delayMs = 1): number {
  return delayMs >= 1 && delayMs < 2 ** 31 ? Math.trunc(delayMs) : 1;
}
