import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../time/clock.ts";
import { evaluateWith, type Evaluate, type RedisClient } from "./redis-client.ts";
import { NO_LIMIT, type Priority, type SharedWindows, type Take, type WindowReport } from "./shared-windows.ts";
import { REFUSED, windowScripts, type WindowScripts } from "./window-scripts.ts";
import { withTimeout } from "./with-timeout.ts";

/** What keeping windows in Redis needs. */
export interface RedisWindowsOptions {
  readonly client: RedisClient;
  /** What the keys in Redis begin with. */
  readonly keyPrefix: string;
  /** How long a command may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** @default windowScripts() */
  readonly scripts?: WindowScripts | undefined;
}

/**
 * Windows kept in Redis, taken from with rate-limiter-flexible.
 *
 * The library counts from the first request it lets through, in whole seconds; the server counts from the first that arrives there.
 * So the library runs scripts of ours, which open a window when its probe is answered and take its end from the answer.
 */
export class RedisWindows implements SharedWindows {
  readonly #options: RedisWindowsOptions;
  readonly #scripts: WindowScripts;
  readonly #evaluate: Evaluate;
  readonly #limiters: Readonly<Record<Priority, RateLimiterRedis>>;

  constructor(options: RedisWindowsOptions) {
    this.#options = options;
    this.#scripts = options.scripts ?? windowScripts();
    this.#evaluate = evaluateWith(options.client);
    this.#limiters = {
      interactive: this.#limiter(this.#scripts.takeInteractive),
      bulk: this.#limiter(this.#scripts.takeBulk),
    };
  }

  take(key: string, priority: Priority): Promise<Take> {
    return this.#inTime(this.#consume(key, priority), ({ kind }) => {
      // Nobody is left to send a probe that is granted too late.
      if (kind === "probe") this.report(key, { kind: "lost" }).catch(() => {});
    });
  }

  report(key: string, report: WindowReport): Promise<void> {
    return this.#run(report.kind, key, argumentsOf(report));
  }

  check(): Promise<void> {
    return this.#run("check", "check", []);
  }

  async #consume(key: string, priority: Priority): Promise<Take> {
    try {
      const { remainingPoints, msBeforeNext } = await this.#limiters[priority].consume(key);
      return msBeforeNext > 0
        ? { kind: "granted", remaining: remainingPoints, endsInMs: msBeforeNext }
        : { kind: "probe" };
    } catch (outcome) {
      if (!(outcome instanceof RateLimiterRes)) throw outcome;
      const { consumedPoints, msBeforeNext: waitMs } = outcome;
      return { kind: consumedPoints === NO_LIMIT + REFUSED.probing ? "probing" : "full", waitMs };
    }
  }

  async #run(script: keyof WindowScripts, key: string, args: readonly string[]): Promise<void> {
    await this.#inTime(this.#evaluate(this.#scripts[script], `${this.#options.keyPrefix}:${key}`, args));
  }

  /** The library tells clients apart by their class, and defines commands on some; it gets an object that has what it calls, and no more. */
  #limiter(script: string): RateLimiterRedis {
    const evaluate = this.#evaluate;
    return new RateLimiterRedis({
      storeClient: { eval: (script: string, { keys: [key = ""] }: { keys: string[] }) => evaluate(script, key, []) },
      useRedisPackage: true,
      customIncrTtlLuaScript: script,
      keyPrefix: this.#options.keyPrefix,
      points: NO_LIMIT,
      // The script knows better, but the library has to be given one.
      duration: 1,
    });
  }

  #inTime<Value>(promise: Promise<Value>, onLate?: (value: Value) => void): Promise<Value> {
    return withTimeout(promise, this.#options.timeoutMs, this.#options.clock, onLate);
  }
}

const whole = (value: number): string => String(Math.ceil(value));

function argumentsOf(report: WindowReport): string[] {
  switch (report.kind) {
    case "window":
      return [report.remaining, report.limit, report.windowMs, report.endsInMs].map(whole);
    case "closed":
      return [whole(report.forMs)];
    case "lost":
      return [];
  }
}
