import { readFile } from "node:fs/promises";

import { isObject, type Json, type JsonObject, type Path } from "./spec/json.ts";
import { SpecError, SpecErrors, type Problem } from "./spec/spec-error.ts";
import { parseJson } from "./spec/json-document.ts";
import { parseYaml } from "./spec/yaml-document.ts";

/** A parsed document that is not yet validated. */
export interface Source {
  /** The file name in messages. */
  file: string;
  document: JsonObject;
  /** Creates an error with the position of `path`. If `path` does not exist, the position is that of its nearest ancestor. */
  errorAt(path: Path, reason: string, fix: string): SpecError;
}

/** The maximum nesting depth. Deeper documents could exhaust the stack in later recursive steps. */
const MAX_DEPTH = 200;

/**
 * Reads an OpenAPI document in YAML or JSON. Does not open any other file.
 *
 * @throws {SpecErrors} If the file cannot be read or parsed.
 */
export async function load(path: string, file: string): Promise<Source> {
  const start = { line: 1, column: 1 };
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new SpecErrors([new SpecError(file, start, `The document cannot be read (${cause.code})`, "Check the path")]);
  });
  return parse(decodeUtf8(bytes, file), file);
}

/** Decodes UTF-8, with or without a byte order mark. Rejects other encodings, because decoding them as UTF-8 would silently change texts. */
function decodeUtf8(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const [before = ""] = bytes.toString("utf8").split("\uFFFD", 1);
    const lines = before.split("\n");
    const position = { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
    throw new SpecErrors([
      new SpecError(file, position, "The document is not encoded in UTF-8", "Convert it to UTF-8"),
    ]);
  }
}

/** @throws {SpecErrors} If there are any problems. */
export function throwIfAny(source: Source, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new SpecErrors(problems.map(({ at, reason, fix }) => source.errorAt(at, reason, fix)));
}

/**
 * Parses the text of an OpenAPI document in YAML or JSON.
 *
 * @throws {SpecErrors} If the text cannot be parsed or has an unsupported value.
 */
export function parse(text: string, file: string): Source {
  const { value: document, positionOf } = parseJson(text) ?? parseYaml(text, file);
  const errorAt: Source["errorAt"] = (at, reason, fix) => new SpecError(file, positionOf(at), reason, fix);
  if (!isObject(document)) {
    throw new SpecErrors([errorAt([], "The document is not an object", "Use an OpenAPI document in YAML or JSON")]);
  }
  const problem = findUnsupportedValue(document, []);
  if (problem) throw new SpecErrors([errorAt(...problem)]);
  return { file, document, errorAt };
}

/** Finds the first value that the generator does not support. `path` is the path of `value`. */
function findUnsupportedValue(
  value: Json,
  path: (string | number)[],
): [path: Path, reason: string, fix: string] | undefined {
  if (typeof value === "number" && !Number.isFinite(value)) {
    return [[...path], `${value} is not a valid JSON number`, "Use a finite number"];
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && (path.at(-1) === "const" || path.at(-2) === "enum")) {
    return [[...path], "JavaScript cannot represent this integer exactly", "Use a string"];
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length >= MAX_DEPTH) {
    return [
      [...path],
      `The document is nested deeper than ${MAX_DEPTH} levels`,
      "Move the inner schemas to `components`",
    ];
  }
  for (const key of Object.keys(value)) {
    if (key === "__proto__") return [[...path, key], "`__proto__` is not allowed as a name", "Choose another name"];
    path.push(key);
    const problem = findUnsupportedValue((value as JsonObject)[key] ?? null, path);
    path.pop();
    if (problem) return problem;
  }
  return undefined;
}
