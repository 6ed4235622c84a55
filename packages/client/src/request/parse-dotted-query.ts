/** A query parameter as `parseDottedQuery` returns it. All its values are strings, such as `"3"`. */
export type QueryValue = string | readonly QueryValue[] | { readonly [member: string]: QueryValue };

/** The result of parsing a query. */
export interface ParsedQuery {
  /** The parameters by name, including unknown ones. Each is an own property, even one named `__proto__`. */
  readonly parameters: Readonly<Record<string, QueryValue>>;
  /** The pairs that were omitted because they are invalid. Empty for a valid query. */
  readonly problems: readonly QueryProblem[];
}

/** A problem with one pair of a query. */
export interface QueryProblem {
  /** The name in the query, such as `pagination.count`. */
  readonly name: string;
  /** The problem, as the text after the name in a message: `has more than one value`. */
  readonly reason: string;
}

type Members = Map<string, string | readonly string[] | Members>;

/** The maximum number of name-value pairs. A URL with more `userIds` would exceed 100 KB. */
const MAX_PAIRS = 10_000;

/** The maximum nesting depth. The API's own parameters have two levels. */
const MAX_DEPTH = 5;

/**
 * Parses a dotted query. It is the inverse of `serializeDottedQuery`: `pagination.count=3` becomes `{ pagination: { count: "3" } }`,
 * and `emails.0=a&emails.1=b` becomes `{ emails: ["a", "b"] }`.
 *
 * It is strict, so that another parser cannot interpret the same query differently. These pairs are reported and omitted:
 *
 * - a name given twice
 * - a value for a name that also has members, as in `a=1&a.b=2`
 * - a list whose items are not numbered 0, 1, 2 and so on
 * - an empty member name, as in `a..b=1`
 * - a name with more than 5 levels
 * - all pairs after the first 10,000
 *
 * @param query the decoded pairs. `URLSearchParams` never fails: it replaces bytes that are not UTF-8 with U+FFFD
 * @param names the parameters of the operation. Only needed if a parameter's name contains a dot
 * @example
 * parseDottedQuery(new URL(request.url).searchParams, listUsers.query).parameters;
 * // { pagination: { count: "3" } }
 */
export function parseDottedQuery(
  query: Iterable<readonly [name: string, value: string]>,
  names: readonly string[] = [],
): ParsedQuery {
  return parsePairs(query, (name) => keysOf(name, names));
}

/**
 * Parses the fields of a form. It is the inverse of `urlencodedBody`: `tags=a&tags=b` becomes `{ tags: ["a", "b"] }`, and `owner[name]=Ada`
 * becomes `{ owner: { name: "Ada" } }`.
 *
 * It is as strict as `parseDottedQuery`, except that a repeated name is a list. A name with one value is a string, because a form cannot
 * distinguish it from a list with one item.
 *
 * @param fields the decoded pairs
 */
export function parseForm(fields: Iterable<readonly [name: string, value: string]>): ParsedQuery {
  const lists = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  }
  const values = Array.from(lists, ([name, list]): [string, string | string[]] => [
    name,
    list.length > 1 ? list : list.join(""),
  ]);
  return parsePairs(values, splitBrackets);
}

/** Splits `owner[name]` into `owner` and `name`. */
function splitBrackets(name: string): string[] {
  return /^[^[\]]+(?:\[[^[\]]*\])+$/.test(name) ? name.slice(0, -1).split(/\]?\[/) : [name];
}

function parsePairs(
  pairs: Iterable<readonly [name: string, value: string | readonly string[]]>,
  split: (name: string) => string[],
): ParsedQuery {
  const problems: QueryProblem[] = [];
  const root: Members = new Map();
  let count = 0;
  for (const [name, value] of pairs) {
    count += typeof value === "string" ? 1 : value.length;
    const reason = count > MAX_PAIRS ? `exceeds the limit of ${MAX_PAIRS} pairs` : insert(root, split(name), value);
    if (reason !== undefined) problems.push({ name, reason });
    if (count > MAX_PAIRS) break;
  }
  const parameters = [...root].flatMap(([name, node]): [string, QueryValue][] => {
    const value = toValue(node, name, problems);
    return value === undefined ? [] : [[name, value]];
  });
  return { parameters: Object.fromEntries(parameters), problems };
}

/** Splits a name at its dots, except those in the name of a parameter. */
function keysOf(name: string, names: readonly string[]): string[] {
  if (names.includes(name)) return [name];
  const parameter = names.find((known) => name.startsWith(`${known}.`));
  return parameter === undefined ? name.split(".") : [parameter, ...name.slice(parameter.length + 1).split(".")];
}

/** Adds a value. Returns the problem if the value cannot be added. */
function insert(root: Members, keys: readonly string[], value: string | readonly string[]): string | undefined {
  if (keys.length > MAX_DEPTH) return `has more than ${MAX_DEPTH} levels`;
  if (keys.includes("")) return "has an empty member name";
  let members = root;
  for (const key of keys.slice(0, -1)) {
    const inner = members.get(key) ?? new Map();
    if (!(inner instanceof Map)) return "has more than one value";
    members.set(key, inner);
    members = inner;
  }
  const last = keys.at(-1) ?? "";
  if (members.has(last)) return "has more than one value";
  members.set(last, value);
  return undefined;
}

/** Converts nested members to plain values. Returns `undefined` for a list that is not numbered 0, 1, 2 and so on. */
function toValue(
  node: string | readonly string[] | Members,
  name: string,
  problems: QueryProblem[],
): QueryValue | undefined {
  if (!(node instanceof Map)) return node;
  const isList = [...node.keys()].some((key) => /^\d+$/.test(key));
  const keys = isList ? Array.from({ length: node.size }, (_, index) => String(index)) : [...node.keys()];
  const entries: [string, QueryValue][] = [];
  for (const key of keys) {
    const inner = node.get(key);
    if (inner === undefined) {
      problems.push({ name, reason: "is not a valid list; number its items 0, 1, 2 and so on" });
      return undefined;
    }
    const value = toValue(inner, `${name}.${key}`, problems);
    if (value === undefined) return undefined;
    entries.push([key, value]);
  }
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
