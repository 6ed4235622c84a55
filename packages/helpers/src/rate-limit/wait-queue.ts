import type { Priority } from "./pace.ts";

/** How many interactive calls go first when bulk work waits too, so that it never starves. */
const INTERACTIVE_IN_A_ROW = 9;

/** Somebody in the queue. */
export interface Waiter {
  readonly priority: Priority;
  /** Whether it was sent before and refused. Those go before the ones that were not. */
  readonly isReturning: boolean;
}

/** Calls that wait: in their order within a class, and interactive ones before bulk. */
export class WaitQueue<Entry extends Waiter> {
  readonly #returning = { interactive: new Set<Entry>(), bulk: new Set<Entry>() };
  readonly #fresh = { interactive: new Set<Entry>(), bulk: new Set<Entry>() };
  #inARow = 0;

  get size(): number {
    return this.sizeOf("interactive") + this.sizeOf("bulk");
  }

  sizeOf(priority: Priority): number {
    return this.#returning[priority].size + this.#fresh[priority].size;
  }

  /** How many a newcomer of this class finds before it. */
  ahead(priority: Priority): number {
    return priority === "bulk" ? this.size : this.sizeOf("interactive");
  }

  add(entry: Entry): void {
    (entry.isReturning ? this.#returning : this.#fresh)[entry.priority].add(entry);
  }

  delete(entry: Entry): void {
    (entry.isReturning ? this.#returning : this.#fresh)[entry.priority].delete(entry);
  }

  /** Takes out whose turn it is among the classes that may send. */
  take(maySend: (priority: Priority) => boolean): Entry | undefined {
    const interactive = this.#first("interactive");
    const bulk = this.#first("bulk");
    const mayInteractive = interactive !== undefined && maySend("interactive");
    const mayBulk = bulk !== undefined && maySend("bulk");
    const isBulkTurn = mayBulk && (!mayInteractive || this.#inARow >= INTERACTIVE_IN_A_ROW);
    const entry = isBulkTurn ? bulk : mayInteractive ? interactive : undefined;
    if (!entry) return undefined;
    this.#inARow = bulk && !isBulkTurn ? this.#inARow + 1 : 0;
    this.delete(entry);
    return entry;
  }

  *[Symbol.iterator](): Generator<Entry, void> {
    for (const priority of ["interactive", "bulk"] as const) {
      yield* this.#returning[priority];
      yield* this.#fresh[priority];
    }
  }

  #first(priority: Priority): Entry | undefined {
    for (const set of [this.#returning[priority], this.#fresh[priority]]) {
      for (const entry of set) return entry;
    }
    return undefined;
  }
}
