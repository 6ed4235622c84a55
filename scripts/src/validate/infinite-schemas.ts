import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { parseReference, valueAt, type FoundReference } from "../spec/references.ts";
import type { Problem } from "../spec/spec-error.ts";

/** Keywords whose schemas apply to the same value as the schema that contains them. */
const IN_PLACE = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/** A reference within the schema `from` that applies to the same value. */
interface Edge {
  from: string;
  to: string;
  at: Path;
  reference: string;
}

/**
 * Finds schemas that contain themselves without a property or an array between, such as `A: { allOf: [A] }`.
 *
 * No TypeScript type describes them, and validation would not end (JSON Schema 2020-12, core, 9.4.1).
 */
export function findInfiniteSchemas(document: JsonObject, references: readonly FoundReference[]): Problem[] {
  const targets = new Map(references.map(({ target }): [string, Path] => [keyOf(target), target]));
  const edges = [...targets].flatMap(([from, target]) => edgesIn(valueAt(document, target), target, from));
  const leading = withoutDeadEnds(edges);
  const infinite = withoutDeadEnds(leading.map(({ from, to, ...edge }) => Object.assign(edge, { from: to, to: from })));
  return infinite.map(({ at, reference }) => ({
    at,
    reason: `The schema contains itself through \`${reference}\``,
    fix: "Remove the reference, or move it to a property",
  }));
}

/** Returns the references in a schema that apply to the same value. */
function edgesIn(schema: Json | undefined, at: Path, from: string): Edge[] {
  if (Array.isArray(schema)) return schema.flatMap((part, index) => edgesIn(part, [...at, index], from));
  if (!isObject(schema)) return [];
  const { $ref } = schema;
  const target = typeof $ref === "string" ? parseReference($ref) : undefined;
  const own = target ? [{ from, to: keyOf(target), at: [...at, "$ref"], reference: String($ref) }] : [];
  const inner = IN_PLACE.flatMap((keyword) => edgesIn(schema[keyword], [...at, keyword], from));
  return [...own, ...inner];
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

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
