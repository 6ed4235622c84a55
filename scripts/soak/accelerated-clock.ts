import { performance } from "node:perf_hooks";
import type { Clock } from "@segment-iam/test-utils/virtual-clock";

/** How much faster time passes for retries and windows, so that a million calls take minutes. */
const SPEED = 50;

/** A clock for `retry`, `rateLimit` and the simulated API. Its timers are real. */
export const acceleratedClock: Clock = {
  now: () => performance.now() * SPEED,
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs / SPEED),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
