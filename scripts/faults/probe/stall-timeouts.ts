import { pathOf, type Cell } from "../plan.ts";

/** The shortest timeout of an attempt. Only attempts that stall reach it. */
const LEAST_MS = 30_000;
/** The time that a stalled response has to arrive before its timeout fires. */
const MOMENT_MS = 50;

type SetTimeout = (callback: () => void, delayMs: number, ...rest: unknown[]) => ReturnType<typeof setTimeout>;

/**
 * The timeouts of attempts that stall. Each one fires early: a moment after the server has reported that the request stalls,
 * so that the result does not depend on the speed of the machine.
 */
export class TimeLimits {
  readonly #pathsByLimit = new Map<number, string>();
  readonly #passByPath = new Map<string, () => void>();
  readonly #url: string;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #listening: Promise<unknown>;

  /** Starts to listen for stalls. Each cell has its own timeout, which identifies the timer of the client. */
  static async start(url: string): Promise<TimeLimits> {
    const { body } = await fetch(url);
    if (!body) throw new Error(`${url} tells nothing`);
    return new TimeLimits(url, body.getReader());
  }

  private constructor(url: string, reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#url = url;
    this.#reader = reader;
    const setTimer = globalThis.setTimeout as SetTimeout;
    const watch: SetTimeout = (callback, delayMs, ...rest) => {
      const path = this.#pathsByLimit.get(delayMs);
      if (path !== undefined) this.#passByPath.set(path, callback);
      return setTimer(callback, delayMs, ...rest);
    };
    globalThis.setTimeout = watch as typeof setTimeout;
    this.#listening = this.#listen();
  }

  /** Returns a timeout that no other cell has. */
  limitFor(cell: Cell): number {
    const limitMs = LEAST_MS + this.#pathsByLimit.size;
    this.#pathsByLimit.set(limitMs, pathOf(cell));
    return limitMs;
  }

  /** Asks the server to end its stream: runtimes differ in what happens to a cancelled read. */
  async stop(): Promise<void> {
    await (await fetch(`${this.#url}/end`)).text();
    await this.#listening;
  }

  async #listen(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for (let { done, value } = await this.#reader.read(); !done; { done, value } = await this.#reader.read()) {
      const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const path of lines) setTimeout(() => this.#passByPath.get(path)?.(), MOMENT_MS);
    }
  }
}
