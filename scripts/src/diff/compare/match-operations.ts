import type { Operation } from "../../model/model.ts";
import type { Pair } from "../api-change.ts";

/** The operations of two documents, paired. */
export interface MatchedOperations {
  /** Operations with the same id. */
  same: Pair<Operation>[];
  /** Operations with another id but the same method and path. Treated as renamed. */
  renamed: Pair<Operation>[];
  removed: Operation[];
  added: Operation[];
}

/** Pairs the operations of two documents by id, then by method and path. */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): MatchedOperations {
  const byId = new Map(after.map((operation) => [operation.id, operation]));
  const ids = new Set(before.map(({ id }) => id));
  const added = new Map(after.filter(({ id }) => !ids.has(id)).map((operation) => [routeKey(operation), operation]));
  const matched: MatchedOperations = { same: [], renamed: [], removed: [], added: [] };
  for (const old of before) {
    const current = byId.get(old.id);
    const renamed = added.get(routeKey(old));
    if (current) {
      matched.same.push({ before: old, after: current });
    } else if (renamed) {
      matched.renamed.push({ before: old, after: renamed });
      added.delete(routeKey(old));
    } else {
      matched.removed.push(old);
    }
  }
  matched.added.push(...added.values());
  return matched;
}

/** Returns the method and the path, without the names of path parameters. */
function routeKey({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}
