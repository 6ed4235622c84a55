import type { Clock } from "../../clock.ts";
import { interactiveReserve } from "../../rate-limit/rate-limit-window.ts";
import {
  PROBE_LEASE_MS,
  type Priority,
  type TakeResult,
  type WindowReport,
  type WindowStore,
} from "../../redis/window-store.ts";

/** Options of `InMemoryWindowStore`. */
export interface InMemoryWindowStoreOptions {
  readonly clock: Clock;
  /** The latency to the store in each direction, in milliseconds. @default 0 */
  readonly latencyMs?: () => number;
}

interface StoredWindow {
  endsMs: number;
  left: number;
  limit: number;
  probeMs: number;
  lengthMs: number;
  /** The time of the last request for an interactive permit. */
  usedMs: number;
}

/** A window store in memory that follows the same rules as the Lua scripts. Simulated processes share one instance. */
export class InMemoryWindowStore implements WindowStore {
  readonly #options: InMemoryWindowStoreOptions;
  readonly #windows = new Map<string, StoredWindow>();
  /** How many commands have arrived. */
  commands = 0;
  /** While set, commands fail with this error. */
  failure: Error | undefined;

  constructor(options: InMemoryWindowStoreOptions) {
    this.#options = options;
  }

  /** Deletes all windows, like a restart of Redis. */
  clear(): void {
    this.#windows.clear();
  }

  take(key: string, priority: Priority): Promise<TakeResult> {
    return this.#run(() => this.#take(this.#windowOf(key), priority));
  }

  report(key: string, report: WindowReport): Promise<void> {
    return this.#run(() => this.#report(this.#windowOf(key), report));
  }

  check(): Promise<void> {
    return this.#run(() => {});
  }

  #take(stored: StoredWindow, priority: Priority): TakeResult {
    const nowMs = this.#nowMs();
    const usedMs = priority === "interactive" ? nowMs : stored.usedMs;
    if (nowMs < stored.endsMs) {
      const waitMs = stored.endsMs - nowMs;
      const hasReserve = priority === "bulk" && nowMs < usedMs + stored.lengthMs;
      const reserved = hasReserve ? interactiveReserve(stored.limit) : 0;
      if (stored.left <= reserved) return { kind: "full", waitMs };
      stored.left -= 1;
      stored.usedMs = usedMs;
      return { kind: "granted", remaining: stored.left, endsInMs: waitMs };
    }
    if (nowMs < stored.probeMs) return { kind: "probing", waitMs: stored.probeMs - nowMs };
    stored.probeMs = nowMs + PROBE_LEASE_MS;
    stored.usedMs = usedMs;
    return { kind: "probe" };
  }

  #report(stored: StoredWindow, report: WindowReport): void {
    const nowMs = this.#nowMs();
    if (report.kind === "window") {
      const newEndMs = nowMs + Math.ceil(report.endsInMs);
      stored.limit = report.limit;
      stored.lengthMs = report.windowMs;
      if (nowMs < stored.endsMs) {
        if (newEndMs < stored.endsMs - report.windowMs / 2) return;
        if (stored.left > 0) stored.endsMs = Math.min(stored.endsMs, newEndMs);
        stored.left = Math.min(stored.left, report.remaining);
      } else {
        stored.left = report.remaining;
        stored.endsMs = newEndMs;
      }
    } else if (report.kind === "closed") {
      stored.endsMs = Math.max(stored.endsMs, nowMs + Math.ceil(report.forMs));
      stored.left = 0;
    } else if (report.kind === "reset") Object.assign(stored, newWindow());
    stored.probeMs = 0;
  }

  #windowOf(key: string): StoredWindow {
    const stored = this.#windows.get(key) ?? newWindow();
    this.#windows.set(key, stored);
    return stored;
  }

  /** Redis uses whole milliseconds. */
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

function newWindow(): StoredWindow {
  return { endsMs: 0, left: 0, limit: 0, probeMs: 0, lengthMs: 0, usedMs: -Infinity };
}
