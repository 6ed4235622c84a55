import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { parseReference, valueAt } from "../spec/references.ts";

/** Keywords whose schemas apply to the same value as the schema that contains them. */
export const IN_PLACE = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/** A reference within a schema. */
export interface Edge {
  /** The path of the schema. */
  from: string;
  /** The path of the referenced schema. */
  to: string;
  at: Path;
  reference: string;
}

/** Returns the references that lead from schemas back to themselves, directly or indirectly, through the given keywords only. */
export function findCycles(document: JsonObject, schemas: readonly Path[], keywords: readonly string[]): Edge[] {
  const paths = new Map(schemas.map((path): [string, Path] => [keyOf(path), path]));
  const edges = [...paths].flatMap(([from, path]) => edgesIn(valueAt(document, path), path, from, keywords));
  const leading = withoutDeadEnds(edges);
  return withoutDeadEnds(leading.map(reverse)).map(reverse);
}

/** Returns the text that identifies a path in an edge. */
function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function edgesIn(schema: Json | undefined, at: Path, from: string, keywords: readonly string[]): Edge[] {
  if (Array.isArray(schema)) return schema.flatMap((part, index) => edgesIn(part, [...at, index], from, keywords));
  if (!isObject(schema)) return [];
  const { $ref } = schema;
  const target = typeof $ref === "string" ? parseReference($ref) : undefined;
  const own = target ? [{ from, to: keyOf(target), at: [...at, "$ref"], reference: String($ref) }] : [];
  return [...own, ...keywords.flatMap((keyword) => edgesIn(schema[keyword], [...at, keyword], from, keywords))];
}

/** Returns the edges that lead to a cycle. Repeatedly removes the edges to schemas without further edges. */
function withoutDeadEnds(edges: readonly Edge[]): Edge[] {
  const incoming = Map.groupBy(edges, ({ to }) => to);
  const outgoing = new Map(
    Array.from(
      Map.groupBy(edges, ({ from }) => from),
      ([key, list]) => [key, list.length],
    ),
  );
  const deadEnds = new Set([...incoming.keys()].filter((key) => !outgoing.has(key)));
  // Iterating a set visits keys added during the loop.
  for (const key of deadEnds) {
    for (const { from } of incoming.get(key) ?? []) {
      const count = (outgoing.get(from) ?? 0) - 1;
      outgoing.set(from, count);
      if (count === 0) deadEnds.add(from);
    }
  }
  return edges.filter(({ to }) => !deadEnds.has(to));
}

function reverse({ from, to, at, reference }: Edge): Edge {
  return { from: to, to: from, at, reference };
}
