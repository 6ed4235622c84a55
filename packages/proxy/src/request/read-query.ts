import { Refusal } from "../refusal.ts";

type Node = string | Members;
type Members = Map<string, Node>;

/** Deeper than any parameter of the API. */
const MAX_DEPTH = 5;

/**
 * Reads a dotted query: `pagination.count=3` gives `{ pagination: { count: "3" } }`, and `emails.0=a` gives `{ emails: ["a"] }`.
 *
 * @throws {Refusal} 400 for a parameter that is not in `names`, and for whatever another reader could read differently: a
 *   name given twice, a value that has members too, and a list with gaps.
 */
export function readQuery(query: URLSearchParams, names: readonly string[]): Record<string, unknown> {
  const root: Members = new Map();
  for (const [name, value] of query) {
    const keys = names.includes(name) ? [name] : name.split(".");
    if (!names.includes(keys[0] ?? "")) throw refuse(name, "is not one of this operation's");
    if (keys.includes("") || keys.length > MAX_DEPTH) throw refuse(name, "is not well-formed");
    insert(root, keys, value, name);
  }
  return Object.fromEntries([...root].map(([name, node]) => [name, toPlain(node, name)]));
}

function insert(members: Members, [key = "", ...rest]: readonly string[], value: string, name: string): void {
  const existing = members.get(key);
  if (rest.length === 0) {
    if (existing !== undefined) throw refuse(name, "is there twice");
    members.set(key, value);
    return;
  }
  if (typeof existing === "string") throw refuse(name, "is there twice");
  const inner: Members = existing ?? new Map();
  members.set(key, inner);
  insert(inner, rest, value, name);
}

function toPlain(node: Node, name: string): unknown {
  if (typeof node === "string") return node;
  const isList = [...node.keys()].some((key) => /^\d+$/.test(key));
  if (!isList) return Object.fromEntries([...node].map(([key, inner]) => [key, toPlain(inner, `${name}.${key}`)]));
  return Array.from({ length: node.size }, (_, index) => {
    const item = node.get(String(index));
    if (item === undefined) throw refuse(name, "is a list with gaps; number its items from 0");
    return toPlain(item, `${name}.${index}`);
  });
}

function refuse(name: string, reason: string): Refusal {
  return new Refusal(400, "bad-request", `The query parameter ${JSON.stringify(name)} ${reason}`);
}
