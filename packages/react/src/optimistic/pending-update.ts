import type { Mutation, Query } from "@tanstack/react-query";

/** One write, as it is laid over the cached answers. */
export interface Layer {
  /** What carries it out. */
  readonly mutation: Mutation;
  /** Whether a query may show the write. */
  covers(query: Query): boolean;
  /** What a query's data is with the write carried out; the same object where the write changes nothing in it. */
  apply(query: Query, data: unknown): unknown;
  /** When the write succeeded, on the overlay's own count of events; `undefined` while it is under way. */
  doneAt: number | undefined;
}
