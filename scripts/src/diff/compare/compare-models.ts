import type { Model, Operation } from "../../model/model.ts";
import { toChange, type ApiChange, type Finding, type Pair } from "../api-change.ts";
import { compareInputs } from "./compare-inputs.ts";
import { compareOperations, compareStale } from "./compare-operations.ts";
import { compareSuccesses } from "./compare-responses.ts";
import { contentsOf } from "../../schema/canonical-json.ts";
import { guessRenames, type Renamable } from "./detect-renames.ts";
import { matchOperations } from "./match-operations.ts";
import { reachedSchemas } from "./reachable-schemas.ts";
import type { Where } from "../rules.ts";
import { SchemaGraph } from "./schema-graph.ts";

/** Finds everything that differs between two documents, in terms of the API. */
export function compareModels(models: Pair<Model>): ApiChange[] {
  const { before, after } = models;
  const graph = new SchemaGraph({ before: before.document, after: after.document });
  const matched = matchOperations(before.operations, after.operations);
  const idsInBoth = new Set(matched.same.map((pair) => pair.after.id));
  const changes = [
    ...matched.removed.map(({ id }) => about("operation-removed", "operation", id)),
    ...matched.renamed.map(({ before, after }) => rename("operation", before.id, after.id)),
    ...matched.added.map(({ id }) => about("operation-added", "operation", id)),
  ];
  for (const pair of [...matched.same, ...matched.renamed]) {
    const whole = [...compareOperations(pair), ...compareStale(pair, (id) => idsInBoth.has(id))];
    changes.push(...seen("operation", pair.after.id, whole), ...comparePair(graph, models, pair));
  }
  visitUnreached(graph, models);
  return merge([...changes, ...graph.changes(), ...compareNames(models, graph.renamed)]);
}

/** Compares inputs and outputs. What is inside of them is left in the graph. */
function comparePair(graph: SchemaGraph, models: Pair<Model>, pair: Pair<Operation>): ApiChange[] {
  const { id } = pair.after;
  const inputs = compareInputs(pair);
  const outputs = compareSuccesses(models, pair);
  for (const child of inputs.children) graph.visit(child, child.subject, "input", id);
  for (const child of outputs.children) graph.visit(child, child.subject, "output", id);
  return [...seen("input", id, inputs.findings), ...seen("output", id, outputs.findings)];
}

/** Types that no operation leads to, such as those of errors, are read by those who use them. */
function visitUnreached(graph: SchemaGraph, { before, after }: Pair<Model>): void {
  const reached = new Set([...reachedSchemas(before), ...reachedSchemas(after)]);
  const others = new Map(before.schemas.map(({ name, schema }) => [name, schema]));
  for (const { name, schema } of after.schemas) {
    const old = others.get(name);
    if (old !== undefined && !reached.has(name)) graph.visit({ before: old, after: schema }, name, "output");
  }
}

/** Compares the names of types, which are exported. */
function compareNames({ before, after }: Pair<Model>, met: ReadonlyMap<string, string>): ApiChange[] {
  const names = { before: new Set(before.schemas.map(nameOf)), after: new Set(after.schemas.map(nameOf)) };
  const removed = before.schemas.filter(({ name }) => !names.after.has(name));
  const added = after.schemas.filter(({ name }) => !names.before.has(name));
  // Two names at the same place are better evidence than names that are alike.
  const sure = [...met];
  const guesses = guessRenames(
    renamable(removed).filter(({ name }) => !sure.some(([old]) => old === name)),
    renamable(added).filter(({ name }) => !sure.some(([, current]) => current === name)),
  );
  const renames = new Map([...guesses.map(([old, current]) => [old.name, current.name] as const), ...sure]);
  const newNames = new Set(renames.values());
  return [
    ...[...renames].map(([old, current]) => rename("schema", old, current)),
    ...removed.filter(({ name }) => !renames.has(name)).map(({ name }) => about("schema-removed", "schema", name)),
    ...added.filter(({ name }) => !newNames.has(name)).map(({ name }) => about("schema-added", "schema", name)),
  ];
}

function renamable(schemas: Model["schemas"]): Renamable[] {
  return schemas.map(({ name, schema }) => ({ name, contents: contentsOf(schema) }));
}

/** Makes one of what was found in several ways, and joins the operations. */
function merge(changes: readonly ApiChange[]): ApiChange[] {
  const merged = new Map<string, ApiChange>();
  for (const change of changes) {
    const { kind, where, subject, before = "", after = "" } = change;
    const key = JSON.stringify([kind, where, subject, before, after]);
    const known = merged.get(key);
    if (!known) merged.set(key, change);
    else known.operations = [...new Set([...known.operations, ...change.operations])];
  }
  return [...merged.values()];
}

function about(kind: ApiChange["kind"], where: Where, subject: string): ApiChange {
  return { kind, where, subject, operations: where === "operation" ? [subject] : [], isGuess: false };
}

function rename(what: "operation" | "schema", before: string, after: string): ApiChange {
  return Object.assign(about(`${what}-renamed`, what, before), { before, after, isGuess: true });
}

function seen(where: Where, operation: string, findings: readonly Finding[]): ApiChange[] {
  return findings.map((finding) => toChange(finding, where, [operation]));
}

function nameOf({ name }: { name: string }): string {
  return name;
}
