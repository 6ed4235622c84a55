import type { Socket } from "node:net";

/** How long closing may take that was begun already. */
const CLOSING_MS = 10_000;

/** What a server knows of its connections. */
export class Sockets {
  readonly #served = new WeakSet<Socket>();
  readonly #ending = new Set<Promise<unknown>>();

  /** Whether a connection has served a request before this one. */
  hasServed(socket: Socket): boolean {
    const hasServed = this.#served.has(socket);
    this.#served.add(socket);
    return hasServed;
  }

  /** Notes that a connection cannot go on: it has had no whole answer, or was told to close. */
  expectEnd(socket: Socket): void {
    const ended = new Promise((resolve) => socket.once("close", resolve));
    this.#ending.add(ended);
    void ended.then(() => this.#ending.delete(ended));
  }

  /** How many of those are open, once what closes has had time to. */
  async stillOpen(): Promise<number> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), CLOSING_MS);
    await Promise.race([
      Promise.all(this.#ending),
      new Promise((resolve) => timeout.signal.addEventListener("abort", resolve)),
    ]);
    clearTimeout(timer);
    return this.#ending.size;
  }
}
