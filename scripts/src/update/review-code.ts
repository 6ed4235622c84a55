import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { plainText } from "../diff/format-change.ts";
import type { DetailedSpecDiff } from "../diff/diff-specs.ts";
import { typeNamesOf, valueNamesOf, writableNameOf } from "../names/generated-names.ts";
import type { Model, Operation } from "../model/model.ts";
import { findTypeErrors } from "./find-type-errors.ts";

/** Hand-written code, and the READMEs whose examples are type-checked. */
const HAND_WRITTEN = [
  "packages/{*,examples/*}/{app,src}/**/*.{ts,tsx}",
  "scripts/{apps,bench,faults,published,soak}/**/*.{ts,tsx}",
  "README.md",
  "packages/{*,examples/*}/README.md",
];

/** Old generated names with their new names, or `undefined` for removed ones. */
type RemovedNames = ReadonlyMap<string, string | undefined>;

/**
 * Returns what a person must change in hand-written code after an update, one line per file. Tests and documentation are last.
 *
 * Lists the files that mention a removed name, and all files that do not type-check with the newly generated code.
 */
export async function reviewCode(root: string, diff: DetailedSpecDiff): Promise<string[]> {
  const names = findRemovedNames(diff);
  const mentions = await findMentions(root, [...names.keys()]);
  const errors = new Map((await findTypeErrors(root, diff.files)).map(({ path, messages }) => [path, messages]));
  const paths = [...new Set([...mentions.keys(), ...errors.keys()])].toSorted(
    (a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1),
  );
  return paths.map((path) => {
    const found = mentions.get(path);
    return `${path}: ${found ? formatNames(path, found, names) : formatErrors(errors.get(path) ?? [])}`;
  });
}

/** Returns the hand-written files below `root` that contain any of `names`, with the names found in each. */
async function findMentions(root: string, names: readonly string[]): Promise<Map<string, string[]>> {
  const mentions = new Map<string, string[]>();
  if (names.length === 0) return mentions;
  for (const path of globSync(HAND_WRITTEN, { cwd: root, exclude: ["**/{generated,node_modules}/**"] })) {
    const words = new Set((await readFile(join(root, path), "utf8")).match(/[A-Za-z_$][\w$]*/g));
    const found = names.filter((name) => words.has(name));
    if (found.length > 0) mentions.set(path.replaceAll("\\", "/"), found);
  }
  return mentions;
}

/** Returns the generated names that the newer document no longer has. */
function findRemovedNames({ changes, models: { before, after } }: DetailedSpecDiff): RemovedNames {
  const names = new Map<string, string | undefined>();
  const add = (old: readonly string[], current: readonly string[] = []): void =>
    old.forEach((name, index) => names.set(name, current[index]));
  for (const { kind, subject, after: newName = "" } of changes) {
    if (kind === "operation-removed" || kind === "operation-renamed") {
      add(operationNames(before, subject), operationNames(after, newName));
    } else if (kind === "schema-removed" || kind === "schema-renamed") {
      add(schemaNames(before, subject), schemaNames(after, newName));
    }
  }
  for (const name of allNames(after)) names.delete(name);
  return names;
}

function operationNames({ operations }: Model, id: string): string[] {
  return operations.filter((operation) => operation.id === id).flatMap(namesOf);
}

function schemaNames({ schemas }: Model, name: string): string[] {
  const found = schemas.find((schema) => schema.name === name);
  return found ? [found.typeName, writableNameOf(found.typeName)] : [];
}

function allNames({ operations, schemas }: Model): string[] {
  return [...operations.flatMap(namesOf), ...schemas.map(({ typeName }) => typeName)];
}

/**
 * Returns the names of an operation, types first.
 *
 * The old and the new names of a renamed operation have the same positions, even if it is now paged.
 */
function namesOf(operation: Operation): string[] {
  return [...typeNamesOf(operation), ...valueNamesOf(operation)];
}

function formatNames(path: string, found: readonly string[], names: RemovedNames): string {
  const owner = path.startsWith("packages/msw/src/resolvers/")
    ? "the mock resolver of "
    : path.startsWith("packages/react/src/optimistic/updates/")
      ? "the optimistic update of "
      : "";
  const removed = found.filter((name) => names.get(name) === undefined);
  const renamed = found.filter((name) => names.get(name) !== undefined);
  return [
    ...(removed.length > 0 ? [`remove ${owner}${removed.map(plainText).join(", ")}`] : []),
    ...(renamed.length > 0
      ? [`rename ${renamed.map((name) => plainText(`${name} to ${names.get(name)}`)).join(", ")}`]
      : []),
  ].join("; ");
}

/** Formats the first error of a file. The others often follow from it. */
function formatErrors([first = "", ...others]: readonly string[]): string {
  return `fix line ${plainText(first)}${others.length > 0 ? ` (and ${others.length} more)` : ""}`;
}

function rankOf(path: string): number {
  if (path.endsWith(".md")) return 2;
  return Number(/\.test(-d)?\.tsx?$|\/test-utils\//.test(path));
}
