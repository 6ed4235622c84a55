import { readFile } from "node:fs/promises";

import { isObject, type Json, type JsonObject, type Path } from "./spec/json.ts";
import { SpecError, SpecErrors, type Problem } from "./spec/spec-error.ts";
import { parseYaml } from "./spec/yaml-document.ts";

/** A document as it was read, before anything is known about its contents. */
export interface Source {
  /** The name of the file in messages. */
  file: string;
  document: JsonObject;
  /** Makes the error for a place in the document. A place that does not exist is reported at what encloses it. */
  errorAt(path: Path, reason: string, fix: string): SpecError;
}

/** Deeper documents are refused: the recursive readers after this one would run out of stack. */
const MAX_DEPTH = 200;

/**
 * Reads an OpenAPI document, YAML or JSON. Nothing but this one file is read.
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

/** Throws everything that was found, if anything was. @throws {SpecErrors} */
export function throwIfAny(source: Source, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new SpecErrors(problems.map(({ at, reason, fix }) => source.errorAt(at, reason, fix)));
}

/**
 * Reads the text of an OpenAPI document.
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

/** JSON is YAML too, but the platform reads it much faster. Anything else is left to the YAML parser, which knows the lines. */
function parseJson(text: string): Json | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** What the YAML or JSON parser accepts and nothing after it should have to think about. `path` is where `value` is. */
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
