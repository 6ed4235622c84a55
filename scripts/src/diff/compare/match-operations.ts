import type { Operation } from "../../model/model.ts";
import type { Pair } from "../api-change.ts";

/** Which operations of two documents are the same. */
export interface MatchedOperations {
  /** With the same id. */
  same: Pair<Operation>[];
  /** With the same method and path, but another id: a guess. */
  renamed: Pair<Operation>[];
  removed: Operation[];
  added: Operation[];
}

/** Finds the operations that two documents have in common. */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): MatchedOperations {
  const byId = new Map(after.map((operation) => [operation.id, operation]));
  const ids = new Set(before.map(({ id }) => id));
  const added = new Map(after.filter(({ id }) => !ids.has(id)).map((operation) => [routeOf(operation), operation]));
  const matched: MatchedOperations = { same: [], renamed: [], removed: [], added: [] };
  for (const old of before) {
    const current = byId.get(old.id);
    const other = added.get(routeOf(old));
    if (current) {
      matched.same.push({ before: old, after: current });
    } else if (other) {
      matched.renamed.push({ before: old, after: other });
      added.delete(routeOf(old));
    } else {
      matched.removed.push(old);
    }
  }
  matched.added.push(...added.values());
  return matched;
}

/** Method and path, whatever the parameters are called. */
function routeOf({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}
