/** Who wants to know of a change. What one of them throws reaches neither the others nor the work that changed. */
export class Listeners {
  readonly #entries = new Set<() => void>();

  get size(): number {
    return this.#entries.size;
  }

  /** Adds a listener, the same one as often as asked, and answers with a function that removes this one entry. */
  add(listener: () => void): () => void {
    const entry = () => listener();
    this.#entries.add(entry);
    return () => void this.#entries.delete(entry);
  }

  /** Calls those who listen at this moment; who is added meanwhile has to wait for the next change. */
  notify(): void {
    for (const listener of Array.from(this.#entries)) {
      try {
        listener();
      } catch (error) {
        // As uncaught as an error in an event handler: seen, but not in the way.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
