/** Who wants to know of a change. What one of them throws goes to the console: not to the others, nor to the work that changed. */
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
      // Seen, but not in the way. Left uncaught it would end a Node process with work half done, as `reportError` would a Deno one.
      (async () => listener())().catch(console.error);
    }
  }
}
