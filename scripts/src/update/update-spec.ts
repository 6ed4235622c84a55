import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { createChangeset } from "../diff/create-changeset.ts";
import { diffSpecs } from "../diff/diff-specs.ts";
import { formatDiff } from "../diff/format-diff.ts";
import { load } from "../load.ts";
import { findChange, findChanges, writeChanges } from "../write.ts";
import { formatSpec } from "./format-spec.ts";
import { reviewUpdate } from "./review-update.ts";

/** The path of the document, relative to the root of the repository. */
export const SPEC_PATH = "spec/iam-users.yaml";

/** Options of `updateSpec`. */
export interface UpdateOptions {
  /** The root of the repository. */
  root: string;
  /** The path of the newer document. */
  file: string;
  /** Whether to return the report without writing files. */
  dryRun: boolean;
}

/**
 * Replaces the document with a newer one, generates the code, and adds a changeset.
 *
 * Writes nothing if the newer document is invalid. Returns a report: the changes, what to review, and the written files.
 *
 * @throws {SpecErrors} if a document is invalid
 * @throws {FileError} if a file cannot be read or written
 */
export async function updateSpec({ root, file, dryRun }: UpdateOptions): Promise<string> {
  const before = await load(join(root, SPEC_PATH), SPEC_PATH);
  const source = await load(file, file);
  const text = await formatSpec(await readFile(file, "utf8"), source);
  // Generated files contain the final path of the document. Errors contain its current path.
  const diff = await diffSpecs({ before, after: { ...source, file: SPEC_PATH } });
  diff.documents.after.file = file;
  const changeset = createChangeset(diff);
  const changes = [
    ...(await findChange(root, SPEC_PATH, text)),
    ...(await findChanges(root, diff.files)),
    ...(changeset ? await findChange(root, changeset.path, changeset.text) : []),
  ];
  if (changes.length === 0) return `${SPEC_PATH} is already up to date.`;
  const items = await reviewUpdate(root, diff);
  if (!dryRun) await writeChanges(root, changes);
  return [
    formatDiff(diff),
    ["Review", ...(items.length > 0 ? items.map((item) => `  - ${item}`) : ["  Nothing to review."])].join("\n"),
    [dryRun ? "Would write" : "Wrote", ...changes.map(({ path }) => `  ${path}`)].join("\n"),
    dryRun ? "Nothing was written." : "Run `pnpm test`, then commit all files together.",
  ].join("\n\n");
}
