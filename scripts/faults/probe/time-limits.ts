import { pathOf, type Cell } from "../plan.ts";

/** The least time limit of an attempt. It is never reached, but by an attempt that has to reach it. */
const LEAST_MS = 30_000;
/** Passes after a request has stalled, for what was sent before to arrive. */
const MOMENT_MS = 50;

type SetTimeout = (callback: () => void, delayMs: number, ...rest: unknown[]) => ReturnType<typeof setTimeout>;

/**
 * The time limits of attempts that stall. Each passes early: a moment after the server has told that the request is there, so
 * that no slow machine makes it pass before.
 */
export class TimeLimits {
  readonly #pathsByLimit = new Map<number, string>();
  readonly #passByPath = new Map<string, () => void>();
  readonly #url: string;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #listening: Promise<unknown>;

  /** Begins to listen for what stalls. The client's timers are told by their lengths, no two of which are the same. */
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

  /** A time limit that no other cell has. */
  limitFor(cell: Cell): number {
    const limitMs = LEAST_MS + this.#pathsByLimit.size;
    this.#pathsByLimit.set(limitMs, pathOf(cell));
    return limitMs;
  }

  /** Has the server end what it tells: runtimes do not agree on what becomes of a read that is cancelled. */
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
