import { startTimer, type Clock } from "../clock.ts";
import { createScriptRunner, type RedisClient, type RunScript } from "./redis-client.ts";
import { windowScripts, type WindowScripts } from "./window-scripts.ts";
import type { Priority, TakeResult, WindowReport, WindowStore } from "./window-store.ts";

/** Options of `RedisWindowStore`. */
export interface RedisWindowStoreOptions {
  readonly client: RedisClient;
  /** The prefix of all keys in Redis. */
  readonly keyPrefix: string;
  /** The timeout of a command, in milliseconds. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** @default windowScripts() */
  readonly scripts?: WindowScripts | undefined;
}

/**
 * Stores windows in Redis, with Lua scripts.
 *
 * A window starts when the response to its probe is reported. Starting it at the first permit would be too early, because the API's
 * window starts when the first request arrives there.
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
    const reply = await this.#run("take", key, [priority], (late) => {
      // No call uses a probe that is granted after the timeout, so another process may send one.
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

/**
 * Settles like `promise`, or rejects after `timeoutMs`. Passes a later value to `onLate`, and ignores a later rejection.
 */
export async function withTimeout<Value>(
  promise: Promise<Value>,
  timeoutMs: number,
  clock: Clock,
  onLate?: (value: Value) => void,
): Promise<Value> {
  let stop: (() => void) | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const onTimeout = (): void => {
      promise.then(onLate).catch(() => {});
      reject(new Error(`Redis did not reply within ${timeoutMs} ms`));
    };
    // When a suspended process resumes, timers fire before it reads replies that have already arrived. The second timer gives it time
    // to read them.
    stop = startTimer(clock, timeoutMs, () => void (stop = startTimer(clock, 0, onTimeout)));
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    stop?.();
  }
}

/** Parses the reply of the script `take`. Clients can be configured to return numbers as strings, and strings as buffers. */
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

function argumentsOf(report: WindowReport): string[] {
  switch (report.kind) {
    case "window":
      return [report.remaining, report.limit, report.windowMs, report.endsInMs].map(roundUp);
    case "closed":
      return [roundUp(report.forMs)];
    case "lost":
    case "reset":
      return [];
  }
}

function roundUp(value: number): string {
  return String(Math.ceil(value));
}
