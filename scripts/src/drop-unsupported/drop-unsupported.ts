import { isObject, objectOrEmpty, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { isMethodKey, METHOD_KEYS } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";
import type { Problem } from "../spec/spec-error.ts";

/** An operation or component that the generator skipped. */
export interface SkippedPart {
  /** `GET /users` for an operation, or `schemas/User` for a component. */
  name: string;
  /** Without a full stop. If the part was skipped because of a reference to another skipped part, the reason names the other part. */
  reason: string;
}

/** A document without its unsupported parts. */
export interface SupportedDocument {
  document: JsonObject;
  skipped: SkippedPart[];
  /** Problems outside of operations and components. */
  unplaced: Problem[];
}

/** Drops operations and components with problems, and all parts that reference a dropped component. */
export function dropUnsupported(document: JsonObject, problems: readonly Problem[]): SupportedDocument {
  const parts = new Map(partsOf(document).map((part) => [part.key, part]));
  const reasons = new Map<string, string>();
  const unplaced: Problem[] = [];
  for (const problem of problems) {
    const keys = keysAt(problem.at, parts);
    if (keys.length === 0) unplaced.push(problem);
    for (const key of keys) if (!reasons.has(key)) reasons.set(key, problem.reason);
  }
  addDependents(reasons, parts);
  return {
    document: without(document, reasons),
    skipped: [...reasons].map(([key, reason]) => ({ name: parts.get(key)?.name ?? key, reason })),
    unplaced,
  };
}

/** An operation or a component. */
interface Part {
  key: string;
  /** The name in messages. */
  name: string;
  /** Its contents. Those of an operation include the parameters of its path item. */
  values: (Json | undefined)[];
}

function partsOf({ paths, components }: JsonObject): Part[] {
  const operations = entriesOf(paths).flatMap(([path, item]) =>
    entriesOf(item)
      .filter(([method]) => isMethodKey(method))
      .map(([method, operation]) => ({
        key: keyOf(["paths", path, method]),
        name: `${method.toUpperCase()} ${path}`,
        values: [operation, isObject(item) ? item["parameters"] : undefined],
      })),
  );
  const named = entriesOf(components).flatMap(([section, map]) =>
    entriesOf(map).map(([name, component]) => ({
      key: keyOf(["components", section, name]),
      name: `${section}/${name}`,
      values: [component],
    })),
  );
  return [...operations, ...named];
}

/** Returns the keys of the parts that contain a location: an operation, all operations of a path, or a component. */
function keysAt(at: Path, parts: ReadonlyMap<string, Part>): string[] {
  const key = keyOf(at.slice(0, 3));
  if (parts.has(key)) return [key];
  const [root, path] = at;
  if (root !== "paths" || path === undefined) return [];
  return METHOD_KEYS.map((method) => keyOf([root, path, method])).filter((candidate) => parts.has(candidate));
}

function addDependents(reasons: Map<string, string>, parts: ReadonlyMap<string, Part>): void {
  const dependents = new Map<string, string[]>();
  for (const { key, values } of parts.values()) {
    for (const target of referencesIn(values)) {
      const dependency = keyOf(target);
      dependents.set(dependency, [...(dependents.get(dependency) ?? []), key]);
    }
  }
  // A Map iterator includes entries added during the iteration, so this also follows indirect references.
  for (const [key, reason] of reasons) {
    const part = parts.get(key);
    const because = reason.startsWith("References ") ? reason : `References ${part?.name}: ${reason}`;
    for (const dependent of dependents.get(key) ?? []) if (!reasons.has(dependent)) reasons.set(dependent, because);
  }
}

function without(document: JsonObject, reasons: ReadonlyMap<string, string>): JsonObject {
  const keep = (path: Path) => !reasons.has(keyOf(path));
  const paths = entriesOf(document["paths"]).flatMap(([path, item]): [string, Json][] => {
    const kept = entriesOf(item).filter(([method]) => !isMethodKey(method) || keep(["paths", path, method]));
    return kept.some(([method]) => isMethodKey(method)) ? [[path, Object.fromEntries(kept)]] : [];
  });
  const components = entriesOf(document["components"]).map(([section, map]): [string, Json] => {
    const kept = entriesOf(map).filter(([name]) => keep(["components", section, name]));
    return [section, isObject(map) ? Object.fromEntries(kept) : map];
  });
  return { ...document, paths: Object.fromEntries(paths), components: Object.fromEntries(components) };
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return Object.entries(objectOrEmpty(value));
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** Returns the components that values reference, each once. Includes a `$ref` in an example. */
function referencesIn(values: readonly (Json | undefined)[]): Path[] {
  const found = new Map<string, Path>();
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    const { $ref, mapping } = value;
    for (const target of [$ref, ...(isObject(mapping) ? Object.values(mapping) : [])]) {
      if (typeof target === "string" && !found.has(target)) found.set(target, targetOf(target));
    }
    Object.values(value).forEach(visit);
  };
  values.forEach(visit);
  return [...found.values()];
}

/** Returns the path of a reference. In a discriminator, a plain name means a schema. */
function targetOf(reference: string): Path {
  return (parseReference(reference) ?? ["components", "schemas", reference]).slice(0, 3);
}
