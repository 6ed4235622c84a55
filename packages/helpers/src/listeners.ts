/** A set of listeners. If a listener throws, the error is logged with `console.error`. Neither other listeners nor the caller are affected. */
export class Listeners {
  readonly #entries = new Set<() => void>();

  get size(): number {
    return this.#entries.size;
  }

  /** Adds a listener. Returns a function that removes it. A listener that is added twice is called twice. */
  add(listener: () => void): () => void {
    const entry = () => listener();
    this.#entries.add(entry);
    return () => void this.#entries.delete(entry);
  }

  /** Calls all listeners. Skips listeners that are added during the call. */
  notify(): void {
    for (const listener of Array.from(this.#entries)) {
      // An uncaught error would end a Node process, and `reportError` would end a Deno process.
      (async () => listener())().catch(console.error);
    }
  }
}
