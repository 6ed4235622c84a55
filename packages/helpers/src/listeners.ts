/** A set of listeners. An error of one goes to `console.error`, and affects neither the others nor the notifying code. */
export class Listeners {
  readonly #entries = new Set<() => void>();

  get size(): number {
    return this.#entries.size;
  }

  /** Adds a listener, and returns a function that removes it. A listener that is added twice is called twice. */
  add(listener: () => void): () => void {
    const entry = () => listener();
    this.#entries.add(entry);
    return () => void this.#entries.delete(entry);
  }

  /** Calls the listeners. Skips those that are added during the call. */
  notify(): void {
    for (const listener of Array.from(this.#entries)) {
      // Uncaught, an error would end a Node process in the middle of its work, and `reportError` would end a Deno process.
      (async () => listener())().catch(console.error);
    }
  }
}
