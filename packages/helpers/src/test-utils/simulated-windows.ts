import {
  KEPT_FOR_INTERACTIVE,
  PROBE_LEASE_MS,
  type Priority,
  type SharedWindows,
  type Take,
  type WindowReport,
} from "../redis/shared-windows.ts";
import type { Clock } from "../time/clock.ts";

/** How simulated windows behave. */
export interface SimulatedWindowsOptions {
  readonly clock: Clock;
  /** How long the way to the keeper takes, and the same back, in milliseconds. @default 0 */
  readonly latencyMs?: () => number;
}

interface Kept {
  endsMs: number;
  left: number;
  limit: number;
  probeMs: number;
}

/** Keeps windows by the rules of the scripts that Redis runs, on any clock. Processes share it by using the same one. */
export class SimulatedWindows implements SharedWindows {
  readonly #options: SimulatedWindowsOptions;
  readonly #kept = new Map<string, Kept>();
  /** How many commands arrived. */
  commands = 0;
  /** While it is set, commands that arrive fail with it. */
  failure: Error | undefined;

  constructor(options: SimulatedWindowsOptions) {
    this.#options = options;
  }

  /** Forgets everything, as a Redis does that is started again. */
  clear(): void {
    this.#kept.clear();
  }

  take(key: string, priority: Priority): Promise<Take> {
    return this.#run(() => this.#take(this.#of(key), priority));
  }

  report(key: string, report: WindowReport): Promise<void> {
    return this.#run(() => this.#report(this.#of(key), report));
  }

  check(): Promise<void> {
    return this.#run(() => {});
  }

  #take(kept: Kept, priority: Priority): Take {
    const nowMs = this.#nowMs();
    if (nowMs < kept.endsMs) {
      const waitMs = kept.endsMs - nowMs;
      const forOthers = priority === "bulk" ? Math.floor(kept.limit * KEPT_FOR_INTERACTIVE) : 0;
      if (kept.left <= forOthers) return { kind: "full", waitMs };
      kept.left -= 1;
      return { kind: "granted", remaining: kept.left, endsInMs: waitMs };
    }
    if (nowMs < kept.probeMs) return { kind: "probing", waitMs: kept.probeMs - nowMs };
    kept.probeMs = nowMs + PROBE_LEASE_MS;
    return { kind: "probe" };
  }

  #report(kept: Kept, report: WindowReport): void {
    const nowMs = this.#nowMs();
    if (report.kind === "window") {
      const toldMs = nowMs + Math.ceil(report.endsInMs);
      kept.limit = report.limit;
      if (nowMs < kept.endsMs) {
        if (toldMs < kept.endsMs - report.windowMs / 2) return;
        if (kept.left > 0) kept.endsMs = Math.min(kept.endsMs, toldMs);
        kept.left = Math.min(kept.left, report.remaining);
      } else {
        kept.left = report.remaining;
        kept.endsMs = toldMs;
      }
    } else if (report.kind === "closed") {
      kept.endsMs = Math.max(kept.endsMs, nowMs + Math.ceil(report.forMs));
      kept.left = 0;
    }
    kept.probeMs = 0;
  }

  #of(key: string): Kept {
    const kept = this.#kept.get(key) ?? { endsMs: 0, left: 0, limit: 0, probeMs: 0 };
    this.#kept.set(key, kept);
    return kept;
  }

  /** Redis counts in whole milliseconds. */
  #nowMs(): number {
    return Math.floor(this.#options.clock.now());
  }

  async #run<Value>(command: () => Value): Promise<Value> {
    await this.#travel();
    this.commands += 1;
    if (this.failure) throw this.failure;
    const value = command();
    await this.#travel();
    return value;
  }

  #travel(): Promise<void> {
    const { clock, latencyMs = () => 0 } = this.#options;
    return new Promise((resolve) => void clock.setTimeout(() => resolve(), latencyMs()));
  }
}
