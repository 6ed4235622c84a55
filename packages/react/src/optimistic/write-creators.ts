import type { QueryKey } from "@tanstack/react-query";

/** A mutation with an optimistic update. */
export interface Write {
  readonly operationId: string;
  readonly variables: unknown;
  /** Whether the write changes the data of a query. */
  affects(queryKey: QueryKey): boolean;
  /**
   * Returns the pages of a query with the write, or the same array if the write changes nothing.
   *
   * @param data the data of the response; `undefined` while the mutation is pending
   */
  patch(queryKey: QueryKey, pages: readonly unknown[], data: unknown): readonly unknown[];
}

/**
 * The functions that create a write from its variables, by the `mutationFn` of the mutation. This also works for mutations restored from
 * storage, because they get their `mutationFn` from the mutation defaults.
 */
export const writeCreators: WeakMap<object, (variables: unknown) => Write> = new WeakMap();
