import type { Clock } from "../clock.ts";
import { INTERACTIVE_SHARE } from "../rate-limit/rate-limit-window.ts";
import {
  PROBE_LEASE_MS,
  type Priority,
  type TakeResult,
  type WindowReport,
  type WindowStore,
} from "../redis/window-store.ts";

/** Options of `InMemoryWindowStore`. */
export interface InMemoryWindowStoreOptions {
  readonly clock: Clock;
  /** The latency to the store in each direction, in milliseconds. @default 0 */
  readonly latencyMs?: () => number;
}

interface Kept {
  endsMs: number;
  left: number;
  limit: number;
  probeMs: number;
}

/** A store with the rules of the Lua scripts, on any clock. Processes share windows by using one instance. */
export class InMemoryWindowStore implements WindowStore {
  readonly #options: InMemoryWindowStoreOptions;
  readonly #kept = new Map<string, Kept>();
  /** The number of commands that arrived. */
  commands = 0;
  /** While set, commands fail with this error. */
  failure: Error | undefined;

  constructor(options: InMemoryWindowStoreOptions) {
    this.#options = options;
  }

  /** Forgets everything, like a Redis that is restarted empty. */
  clear(): void {
    this.#kept.clear();
  }

  take(key: string, priority: Priority): Promise<TakeResult> {
    return this.#run(() => this.#take(this.#of(key), priority));
  }

  report(key: string, report: WindowReport): Promise<void> {
    return this.#run(() => this.#report(this.#of(key), report));
  }

  check(): Promise<void> {
    return this.#run(() => {});
  }

  #take(kept: Kept, priority: Priority): TakeResult {
    const nowMs = this.#nowMs();
    if (nowMs < kept.endsMs) {
      const waitMs = kept.endsMs - nowMs;
      const reserved = priority === "bulk" ? Math.floor(kept.limit * INTERACTIVE_SHARE) : 0;
      if (kept.left <= reserved) return { kind: "full", waitMs };
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
      const newEndMs = nowMs + Math.ceil(report.endsInMs);
      kept.limit = report.limit;
      if (nowMs < kept.endsMs) {
        if (newEndMs < kept.endsMs - report.windowMs / 2) return;
        if (kept.left > 0) kept.endsMs = Math.min(kept.endsMs, newEndMs);
        kept.left = Math.min(kept.left, report.remaining);
      } else {
        kept.left = report.remaining;
        kept.endsMs = newEndMs;
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
