import { performance } from "node:perf_hooks";
import type { Clock } from "@segment-iam/test-utils/virtual-clock";

/** How many times faster the clock of retries and rate limit windows runs. With it, a million calls take minutes. */
const SPEED = 50;

/** A clock for `retry`, `rateLimit` and the simulated API. It uses real timers with shorter delays. */
export const acceleratedClock: Clock = {
  now: () => performance.now() * SPEED,
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs / SPEED),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
