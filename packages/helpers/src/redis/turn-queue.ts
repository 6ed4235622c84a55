import type { Priority } from "./shared-windows.ts";

/** How many interactive calls go first when bulk work waits too, so that it never starves. */
const INTERACTIVE_IN_A_ROW = 9;

/** Somebody in the queue. */
export interface Waiter {
  readonly priority: Priority;
  /** Whether it was sent before and refused. Those go before the ones that were not. */
  readonly isReturning: boolean;
}

/** Calls that wait: in their order within a class, and interactive ones before bulk. */
export class TurnQueue<Entry extends Waiter> {
  readonly #lines = {
    interactive: { returning: new Set<Entry>(), fresh: new Set<Entry>() },
    bulk: { returning: new Set<Entry>(), fresh: new Set<Entry>() },
  };
  #inARow = 0;

  get size(): number {
    return this.sizeOf("interactive") + this.sizeOf("bulk");
  }

  sizeOf(priority: Priority): number {
    const { returning, fresh } = this.#lines[priority];
    return returning.size + fresh.size;
  }

  add(entry: Entry): void {
    this.#lineOf(entry).add(entry);
  }

  delete(entry: Entry): void {
    this.#lineOf(entry).delete(entry);
  }

  /** Takes out whose turn it is, bulk work only if it may go at all. */
  take(mayBulk: boolean): Entry | undefined {
    const [interactive] = this.#in("interactive");
    const [bulk] = mayBulk ? this.#in("bulk") : [];
    const isBulkTurn = bulk !== undefined && (!interactive || this.#inARow >= INTERACTIVE_IN_A_ROW);
    const entry = isBulkTurn ? bulk : interactive;
    if (!entry) return undefined;
    this.#inARow = isBulkTurn || this.sizeOf("bulk") === 0 ? 0 : this.#inARow + 1;
    this.delete(entry);
    return entry;
  }

  *[Symbol.iterator](): Generator<Entry, void> {
    yield* this.#in("interactive");
    yield* this.#in("bulk");
  }

  *#in(priority: Priority): Generator<Entry, void> {
    const { returning, fresh } = this.#lines[priority];
    yield* returning;
    yield* fresh;
  }

  #lineOf({ priority, isReturning }: Entry): Set<Entry> {
    return this.#lines[priority][isReturning ? "returning" : "fresh"];
  }
}
