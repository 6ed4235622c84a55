import type { Operation } from "../../model/model.ts";
import type { Pair } from "../api-change.ts";

/** The operations of two documents, paired. */
export interface MatchedOperations {
  /** Operations with the same name. */
  same: Pair<Operation>[];
  /** Operations with another name but the same operationId, or the same method and path. */
  renamed: Pair<Operation>[];
  removed: Operation[];
  added: Operation[];
}

/** Pairs the operations of two documents by operationId, then by name, then by method and path. */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): MatchedOperations {
  const pairs = new Map<Operation, Operation>();
  for (const keyOf of [operationIdOf, ({ id }: Operation) => id, routeKey]) {
    const used = new Set(pairs.values());
    const candidates = new Map(
      after.filter((operation) => !used.has(operation)).map((current) => [keyOf(current), current]),
    );
    for (const old of before) {
      const current = pairs.has(old) ? undefined : candidates.get(keyOf(old));
      if (!current) continue;
      pairs.set(old, current);
      candidates.delete(keyOf(old));
    }
  }
  const matched: MatchedOperations = { same: [], renamed: [], removed: [], added: [] };
  for (const old of before) {
    const current = pairs.get(old);
    if (current) matched[current.id === old.id ? "same" : "renamed"].push({ before: old, after: current });
    else matched.removed.push(old);
  }
  const used = new Set(pairs.values());
  matched.added.push(...after.filter((operation) => !used.has(operation)));
  return matched;
}

/** Returns the operationId in the document. An operation without one is identified by its name. */
export function operationIdOf({ id, originalId }: Operation): string {
  return originalId ?? id;
}

/** Returns the method and the path, without the names of path parameters. */
function routeKey({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}
