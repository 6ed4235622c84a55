import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { stringify } from "yaml";

import { createChangeset, type Changeset } from "../diff/create-changeset.ts";
import { diffSpecs, type DetailedSpecDiff } from "../diff/diff-specs.ts";
import { formatDiff } from "../diff/format-diff.ts";
import { createFormat } from "../format.ts";
import { load, parse, type Source } from "../load.ts";
import { findChange, findChanges, writeChanges } from "../write.ts";
import { reviewUpdate } from "./review-update.ts";

/** The path of the document, relative to the root of the repository. */
export const SPEC_PATH = "spec/iam-users.yaml";

/** Options of `updateSpec`. */
export interface UpdateOptions {
  /** The root of the repository. */
  root: string;
  /** The path of the newer document. */
  file: string;
  /** The name of the newer document in messages. @default file */
  name?: string;
  /** Whether to return the update without writing files. */
  dryRun: boolean;
}

/** An update of the document. */
export interface SpecUpdate {
  diff: DetailedSpecDiff;
  /** What to review, one line each. */
  review: string[];
  changeset: Changeset | undefined;
  /** The changed files, relative to the root. */
  paths: string[];
}

/**
 * Replaces the document with a newer one, generates the code, and adds a changeset.
 *
 * Writes nothing if the newer document is invalid. Returns `undefined` if everything is already up to date.
 *
 * @throws {SpecErrors} if a document is invalid
 * @throws {FileError} if a file cannot be read or written
 */
export async function updateSpec({ root, file, name = file, dryRun }: UpdateOptions): Promise<SpecUpdate | undefined> {
  const before = await load(join(root, SPEC_PATH), SPEC_PATH);
  const source = await load(file, name);
  const text = await formatSpec(await readFile(file, "utf8"), source);
  // Generated files contain the final path of the document. Errors contain its current path.
  const diff = await diffSpecs({ before, after: { ...source, file: SPEC_PATH } });
  diff.documents.after.file = name;
  const changeset = createChangeset(diff);
  const changes = [
    ...(await findChange(root, SPEC_PATH, text)),
    ...(await findChanges(root, diff.files)),
    ...(changeset ? await findChange(root, changeset.path, changeset.text) : []),
  ];
  if (changes.length === 0) return undefined;
  const review = await reviewUpdate(root, diff);
  if (!dryRun) await writeChanges(root, changes);
  return { diff, review, changeset, paths: changes.map(({ path }) => path) };
}

/**
 * Formats a document as the YAML text that the repository stores.
 *
 * Keeps comments in YAML. Converts JSON to YAML, whose line diffs are easier to read.
 *
 * @throws {Error} if the formatted text does not parse to the same document
 */
async function formatSpec(text: string, { document, file }: Source): Promise<string> {
  const isJson = text.trimStart().startsWith("{");
  const format = await createFormat();
  const yaml = isJson ? stringify(document, { lineWidth: 120, aliasDuplicateObjects: false }) : text;
  const formatted = await format("spec.yaml", yaml);
  if (!isDeepStrictEqual(parse(formatted, file).document, document)) {
    throw new Error(`${file} cannot be converted to YAML without changing its contents`);
  }
  return formatted;
}

/** Formats an update for the terminal: the changes, what to review, and the written files. */
export function formatUpdate(update: SpecUpdate | undefined, dryRun: boolean): string {
  if (!update) return `${SPEC_PATH} is already up to date.`;
  const { diff, review, paths } = update;
  return [
    formatDiff(diff),
    ["Review", ...(review.length > 0 ? review.map((item) => `  - ${item}`) : ["  Nothing to review."])].join("\n"),
    [dryRun ? "Would write" : "Wrote", ...paths.map((path) => `  ${path}`)].join("\n"),
    dryRun ? "Nothing was written." : "Run `pnpm test`, then commit all files together.",
  ].join("\n\n");
}
