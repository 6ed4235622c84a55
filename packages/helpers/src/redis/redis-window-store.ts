import type { Clock } from "../time/clock.ts";
import { createScriptRunner, type RedisClient, type RunScript } from "./redis-client.ts";
import {
  INTERACTIVE_SHARE,
  type Priority,
  type WindowStore,
  type TakeResult,
  type WindowReport,
} from "./window-store.ts";
import { windowScripts, type WindowScripts } from "./window-scripts.ts";
import { withTimeout } from "./with-timeout.ts";

/** What keeping windows in Redis needs. */
export interface RedisWindowStoreOptions {
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
 * Windows kept in Redis by Lua scripts, which open a window when the response to its probe arrives.
 *
 * A rate limiter that counts from the first permit would be wrong here: the server counts from the first request that arrives there.
 */
export class RedisWindowStore implements WindowStore {
  readonly #options: RedisWindowStoreOptions;
  readonly #scripts: WindowScripts;
  readonly #runScript: RunScript;

  constructor(options: RedisWindowStoreOptions) {
    this.#options = options;
    this.#scripts = options.scripts ?? windowScripts();
    this.#runScript = createScriptRunner(options.client);
  }

  async take(key: string, priority: Priority): Promise<TakeResult> {
    const keptShare = priority === "bulk" ? INTERACTIVE_SHARE : 0;
    const reply = await this.#run("take", key, [String(keptShare)], (late) => {
      // No call is left to send a probe that is granted after the timeout.
      if (parseTake(late).kind === "probe") this.report(key, { kind: "lost" }).catch(() => {});
    });
    return parseTake(reply);
  }

  async report(key: string, report: WindowReport): Promise<void> {
    await this.#run(report.kind, key, argumentsOf(report));
  }

  async check(): Promise<void> {
    await this.#run("check", "check", []);
  }

  #run(
    script: keyof WindowScripts,
    key: string,
    args: readonly string[],
    onLate?: (reply: unknown) => void,
  ): Promise<unknown> {
    const { keyPrefix, timeoutMs, clock } = this.#options;
    const reply = this.#runScript(this.#scripts[script], `${keyPrefix}:${key}`, args);
    return withTimeout(reply, timeoutMs, clock, onLate);
  }
}

/** Parses the reply of the script `take`. Clients can be configured to return strings or buffers for any type. */
function parseTake(reply: unknown): TakeResult {
  const [kind, ...numbers] = (reply as unknown[]).map(String);
  const [first = NaN, second = NaN] = numbers.map(Number);
  switch (kind) {
    case "granted":
      return { kind, remaining: first, endsInMs: second };
    case "full":
    case "probing":
      return { kind, waitMs: first };
    default:
      return { kind: "probe" };
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
