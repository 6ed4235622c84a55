/** A query's value: a text, or the members of an object or of a list. */
export type QueryNode = string | QueryMembers;

/** Members by their name; those of a list by their index. */
export type QueryMembers = Map<string, QueryNode>;

/**
 * Reads a query in either of the API's forms: `pagination.count=3` or `pagination[count]=3`.
 *
 * A name in `whole` is taken as it is, even if it has dots or brackets.
 *
 * Nothing in it is an object's own key, so that a name such as `__proto__` is a name like any other.
 */
export function parseQuery(query: URLSearchParams, whole: readonly string[] = []): QueryMembers {
  const root: QueryMembers = new Map();
  for (const [name, value] of query) {
    insert(root, whole.includes(name) ? [name] : name.replaceAll("]", "").split(/[.[]/), value);
  }
  return root;
}

function insert(members: QueryMembers, [key = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    members.set(key, value);
    return;
  }
  const existing = members.get(key);
  const inner: QueryMembers = existing instanceof Map ? existing : new Map();
  members.set(key, inner);
  insert(inner, rest, value);
}
