import { setImmediate } from "node:timers/promises";

import type { Change } from "../changes.ts";
import { recover } from "./recover.ts";
import { Staging } from "./staging.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Brings the files below `root` up to date: all of them or none.
 *
 * An error or a signal puts back what had been replaced; after a crash, the next run does that before anything else.
 * `check` is called when all is in place, and may throw to have it put back.
 *
 * @throws {Error} if a signal came
 */
export async function write(
  root: string,
  changes: readonly Change[],
  check: () => Promise<void> | void = () => {},
): Promise<void> {
  recover(root);
  if (changes.length === 0) return check();
  const staging = new Staging(root, String(process.pid));
  const signals = holdSignals();
  try {
    staging.prepare(changes);
    staging.apply();
    await check();
    // Signals that have come in the meantime are delivered in the next turn of the event loop.
    await setImmediate();
    const signal = signals.received();
    if (signal) throw new Error(`Interrupted by ${signal}: nothing was written`);
  } catch (error) {
    staging.restore();
    throw error;
  } finally {
    staging.discard();
    signals.release();
  }
}

/** Keeps signals from ending the process, and sends the first one again on release. */
function holdSignals(): { received: () => NodeJS.Signals | undefined; release: () => void } {
  let first: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => void (first ??= signal);
  for (const signal of SIGNALS) process.on(signal, hold);
  return {
    received: () => first,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, hold);
      if (first) process.kill(process.pid, first);
    },
  };
}
