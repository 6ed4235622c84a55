import { pathOf, type Cell } from "../plan.ts";

/** The minimum timeout of an attempt. Only attempts that stall reach it. */
const MIN_TIMEOUT_MS = 30_000;
/** The delay before a timeout fires, so that the sent part of a stalled response arrives first. */
const DELIVERY_MS = 50;

type SetTimeout = (callback: () => void, delayMs: number, ...rest: unknown[]) => ReturnType<typeof setTimeout>;

/**
 * Fires the timeout of a stalled attempt as soon as the server reports the stall.
 *
 * The result does not depend on the speed of the machine.
 */
export class StallTimeouts {
  readonly #pathByTimeout = new Map<number, string>();
  readonly #callbackByPath = new Map<string, () => void>();
  readonly #url: string;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #listening: Promise<unknown>;

  /** Listens to the server's stream of stalls. Replaces the global `setTimeout` to find the timers of attempts. */
  static async start(url: string): Promise<StallTimeouts> {
    const { body } = await fetch(url);
    if (!body) throw new Error(`${url} returned no body`);
    return new StallTimeouts(url, body.getReader());
  }

  private constructor(url: string, reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#url = url;
    this.#reader = reader;
    const setTimer = globalThis.setTimeout as SetTimeout;
    const watch: SetTimeout = (callback, delayMs, ...rest) => {
      const path = this.#pathByTimeout.get(delayMs);
      if (path !== undefined) this.#callbackByPath.set(path, callback);
      return setTimer(callback, delayMs, ...rest);
    };
    globalThis.setTimeout = watch as typeof setTimeout;
    this.#listening = this.#listen();
  }

  /** Returns a timeout in milliseconds that is unique to the cell and identifies its timers. */
  timeoutFor(cell: Cell): number {
    const timeoutMs = MIN_TIMEOUT_MS + this.#pathByTimeout.size;
    this.#pathByTimeout.set(timeoutMs, pathOf(cell));
    return timeoutMs;
  }

  /** Ends the stream on the server, because runtimes handle a cancelled read differently. */
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
      for (const path of lines) setTimeout(() => this.#callbackByPath.get(path)?.(), DELIVERY_MS);
    }
  }
}
