import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../time/clock.ts";
import { evaluateWith, type Evaluate, type RedisClient } from "./redis-client.ts";
import { NO_LIMIT, PROBE_LEASE_MS, type News, type Priority, type SharedWindows, type Take } from "./shared-windows.ts";
import { REFUSED, windowScripts, type WindowScripts } from "./window-scripts.ts";
import { within } from "./within.ts";

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

/** The key that `check` writes. */
const CHECK_KEY = "check";

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
    // Nobody is left to send a probe that is granted too late.
    return this.#within(this.#consume(key, priority), ({ kind }) => {
      if (kind === "probe") this.tell(key, { kind: "lost" }).catch(() => {});
    });
  }

  async tell(key: string, news: News): Promise<void> {
    await this.#within(
      this.#evaluate(this.#scripts[news.kind], `${this.#options.keyPrefix}:${key}`, argumentsOf(news)),
    );
  }

  /** It writes, since a Redis that has become a replica, or is full, still answers to reads. */
  async check(): Promise<void> {
    await this.#within(this.#consume(CHECK_KEY, "interactive"));
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

  /** The library tells clients apart by their class, and defines commands on some; it gets an object that has what it calls, and no more. */
  #limiter(script: string): RateLimiterRedis {
    const evaluate = this.#evaluate;
    return new RateLimiterRedis({
      storeClient: {
        eval: (script: string, { keys: [key = ""], arguments: args }: { keys: string[]; arguments: string[] }) =>
          evaluate(script, key, args),
      },
      useRedisPackage: true,
      customIncrTtlLuaScript: script,
      keyPrefix: this.#options.keyPrefix,
      points: NO_LIMIT,
      duration: PROBE_LEASE_MS,
    });
  }

  #within<Value>(promise: Promise<Value>, onLate?: (value: Value) => void): Promise<Value> {
    return within(this.#options.timeoutMs, this.#options.clock, promise, onLate);
  }
}

const whole = (value: number): string => String(Math.ceil(value));

function argumentsOf(news: News): string[] {
  switch (news.kind) {
    case "window":
      return [news.remaining, news.limit, news.windowMs, news.endsInMs].map(whole);
    case "closed":
      return [whole(news.forMs)];
    case "lost":
      return [];
  }
}
