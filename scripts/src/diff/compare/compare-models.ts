import type { Model, Operation } from "../../model/model.ts";
import { canonicalSchema } from "../../schema/canonical-json.ts";
import { toChange, type ApiChange, type Finding, type Pair } from "../api-change.ts";
import { SCHEMA_SCOPES, type ChangeScope } from "../rules/rule.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareResults } from "./compare-results.ts";
import { compareSecurity, compareSecuritySchemes } from "./compare-security.ts";
import { compareServers } from "./compare-servers.ts";
import { findUncoveredParts } from "../uncovered/find-uncovered-parts.ts";
import { compareInputs } from "./compare-inputs.ts";
import { compareOperations, compareInvalidations } from "./compare-operations.ts";
import { detectRenames, type RenameCandidate } from "../detect-renames.ts";
import { matchOperations, operationIdOf } from "./match-operations.ts";
import { SchemaGraph } from "../schemas/schema-graph.ts";

/** Returns all differences between two documents, as changes of the API. */
export function compareModels(models: Pair<Model>): ApiChange[] {
  const { before, after } = models;
  const graph = new SchemaGraph({ before: before.document, after: after.document });
  const matched = matchOperations(before.operations, after.operations);
  const idsInBoth = new Set(matched.same.map((pair) => pair.after.id));
  const changes = [
    ...matched.removed.map(({ id }) => createChange("operation-removed", "operation", id)),
    ...matched.renamed.map(({ before, after }) =>
      rename("operation", before.id, after.id, operationIdOf(before) !== operationIdOf(after)),
    ),
    ...matched.added.map(({ id }) => createChange("operation-added", "operation", id)),
  ];
  for (const pair of [...matched.same, ...matched.renamed]) {
    const findings = [...compareOperations(models, pair), ...compareInvalidations(pair, (id) => idsInBoth.has(id))];
    changes.push(...toChanges("operation", pair.after.id, findings), ...comparePair(graph, models, pair));
  }
  visitOtherSchemas(graph, models);
  const servers = [...compareServers(models), ...compareSecuritySchemes(models)];
  const found = merge([
    ...changes,
    ...graph.changes(),
    ...compareNames(models, graph.renamed),
    ...servers.map((finding) => toChange(finding, "server", [])),
  ]);
  return [...found, ...findUncoveredParts(models, [...matched.same, ...matched.renamed], found)];
}

/** Compares the inputs, the responses and the security of an operation. Adds their schemas to the graph. */
function comparePair(graph: SchemaGraph, models: Pair<Model>, pair: Pair<Operation>): ApiChange[] {
  const { id } = pair.after;
  const { output, error, header } = compareResponses(models, pair);
  const results = compareResults(models, pair);
  const comparisons = {
    input: compareInputs(models, pair),
    output: { ...results, findings: [...results.findings, ...output] },
    error,
    header,
  };
  const changes = SCHEMA_SCOPES.flatMap((scope) => {
    const { findings, children } = comparisons[scope];
    for (const child of children) graph.visit(child, child.subject, scope, id);
    return toChanges(scope, id, findings);
  });
  return [...changes, ...toChanges("server", id, compareSecurity(models, pair))];
}

/** Compares the schemas that no operation in both documents uses. They count as output, because users may read values of their types. */
function visitOtherSchemas(graph: SchemaGraph, { before, after }: Pair<Model>): void {
  const schemasBefore = new Map(before.schemas.map(({ name, schema }) => [name, schema]));
  for (const { name, schema } of after.schemas) {
    const old = schemasBefore.get(name);
    if (old === undefined || graph.has({ before: old, after: schema })) continue;
    graph.visit({ before: old, after: schema }, name, "output");
  }
}

/** Compares the names of schemas, which become exported types. `renamed` holds the renames that the graph found. */
function compareNames({ before, after }: Pair<Model>, renamed: ReadonlyMap<string, string>): ApiChange[] {
  const names = { before: new Set(before.schemas.map(nameOf)), after: new Set(after.schemas.map(nameOf)) };
  const removed = before.schemas.filter(({ name }) => !names.after.has(name));
  const added = after.schemas.filter(({ name }) => !names.before.has(name));
  // Two names in the same position are better evidence of a rename than two similar names.
  const byPosition = [...renamed];
  const byName = detectRenames(
    toCandidates(removed).filter(({ name }) => !byPosition.some(([old]) => old === name)),
    toCandidates(added).filter(({ name }) => !byPosition.some(([, current]) => current === name)),
  );
  const renames = new Map([...byName.map(([old, current]) => [old.name, current.name] as const), ...byPosition]);
  const newNames = new Set(renames.values());
  const typesBefore = new Map(before.schemas.map(({ name, typeName }) => [name, typeName]));
  const retyped = after.schemas.filter(({ name, typeName }) => (typesBefore.get(name) ?? typeName) !== typeName);
  return [
    ...retyped.map(({ name, typeName }) => rename("schema", typesBefore.get(name) ?? name, typeName, false)),
    ...[...renames].map(([old, current]) => rename("schema", old, current, true)),
    ...removed
      .filter(({ name }) => !renames.has(name))
      .map(({ name }) => createChange("schema-removed", "schema", name)),
    ...added.filter(({ name }) => !newNames.has(name)).map(({ name }) => createChange("schema-added", "schema", name)),
  ];
}

function toCandidates(schemas: Model["schemas"]): RenameCandidate[] {
  return schemas.map(({ name, schema }) => ({ name, fingerprint: canonicalSchema(schema) }));
}

/** Merges equal changes that were found through several operations. */
function merge(changes: readonly ApiChange[]): ApiChange[] {
  const merged = new Map<string, ApiChange>();
  for (const change of changes) {
    const { kind, scope, subject, before = "", after = "" } = change;
    const key = JSON.stringify([kind, scope, subject, before, after]);
    const known = merged.get(key);
    if (!known) merged.set(key, change);
    else known.operations = [...new Set([...known.operations, ...change.operations])];
  }
  return [...merged.values()];
}

function createChange(kind: ApiChange["kind"], scope: ChangeScope, subject: string): ApiChange {
  return { kind, scope, subject, operations: scope === "operation" ? [subject] : [], isGuess: false };
}

function rename(scope: "operation" | "schema", before: string, after: string, isGuess: boolean): ApiChange {
  return Object.assign(createChange(`${scope}-renamed`, scope, before), { before, after, isGuess });
}

function toChanges(scope: ChangeScope, operation: string, findings: readonly Finding[]): ApiChange[] {
  return findings.map((finding) => toChange(finding, scope, [operation]));
}

function nameOf({ name }: { name: string }): string {
  return name;
}
