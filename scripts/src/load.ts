import { readFile } from "node:fs/promises";

import { isObject, type Json, type JsonObject, type Path } from "./spec/json.ts";
import { SpecError, SpecErrors, type Problem } from "./spec/spec-error.ts";
import { parseYaml } from "./spec/yaml-document.ts";

/** A document that has been parsed, but not validated. */
export interface Source {
  /** The name of the file in messages. */
  file: string;
  document: JsonObject;
  /** Creates the error for a place in the document. For a missing place, its position is that of the nearest parent. */
  errorAt(path: Path, reason: string, fix: string): SpecError;
}

/** Deeper documents are rejected, because later recursive steps would exhaust the stack. */
const MAX_DEPTH = 200;

/**
 * Reads an OpenAPI document, YAML or JSON. It opens no other file.
 *
 * @throws {SpecErrors}
 */
export async function load(path: string, file: string): Promise<Source> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const start = { line: 1, column: 1 };
    throw new SpecErrors([
      new SpecError(file, start, `The document cannot be read (${cause.code})`, "Correct the path"),
    ]);
  });
  return parse(text, file);
}

/** Throws if there is any problem. @throws {SpecErrors} */
export function throwIfAny(source: Source, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new SpecErrors(problems.map(({ at, reason, fix }) => source.errorAt(at, reason, fix)));
}

/**
 * Parses the text of an OpenAPI document.
 *
 * @throws {SpecErrors}
 */
export function parse(text: string, file: string): Source {
  const yaml = lazy(() => parseYaml(text, file));
  const errorAt: Source["errorAt"] = (at, reason, fix) => new SpecError(file, yaml().positionOf(at), reason, fix);
  const document = parseJson(text) ?? yaml().value;
  if (!isObject(document)) {
    throw new SpecErrors([errorAt([], "The document is not an object", "Give an OpenAPI document in YAML or JSON")]);
  }
  const problem = findProblem(document, []);
  if (problem) throw new SpecErrors([errorAt(...problem)]);
  return { file, document, errorAt };
}

/** JSON is valid YAML, but `JSON.parse` is much faster. The YAML parser reads everything else and knows the positions. */
function parseJson(text: string): Json | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Finds values that the parsers accept and the generator does not support. `path` is the place of `value`. */
function findProblem(value: Json, path: (string | number)[]): [path: Path, reason: string, fix: string] | undefined {
  if (typeof value === "number" && !Number.isFinite(value)) {
    return [[...path], `${value} is not a number that JSON can hold`, "Write a finite number"];
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length >= MAX_DEPTH) {
    return [[...path], `The document is nested deeper than ${MAX_DEPTH} levels`, "Move the inner parts to components"];
  }
  for (const key of Object.keys(value)) {
    if (key === "__proto__") return [[...path, key], "`__proto__` cannot be a name", "Choose another name"];
    path.push(key);
    const problem = findProblem((value as JsonObject)[key] ?? null, path);
    path.pop();
    if (problem) return problem;
  }
  return undefined;
}

function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
