import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { createChangeset } from "../diff/create-changeset.ts";
import { diffSpecs } from "../diff/diff-specs.ts";
import { formatDiff } from "../diff/format-diff.ts";
import { load } from "../load.ts";
import { findChange, findChanges, writeChanges } from "../write.ts";
import { reviewUpdate } from "./review-update.ts";
import { formatSpec } from "./format-spec.ts";

/** Where the document is kept, from the root of the repository. */
export const SPEC_PATH = "spec/iam-users.yaml";

/** What to update, and with what. */
export interface UpdateOptions {
  /** The root of the repository. */
  root: string;
  /** The newer document. */
  file: string;
  /** Whether to tell only and write nothing. */
  dryRun: boolean;
}

/**
 * Takes over a newer document with everything that depends on it: generated code and a changeset. Nothing is written if
 * the document is wrong.
 *
 * Returns what differs, what was written and what a person should review.
 *
 * @throws {SpecErrors}
 * @throws {FileError}
 */
export async function updateSpec({ root, file, dryRun }: UpdateOptions): Promise<string> {
  const before = await load(join(root, SPEC_PATH), SPEC_PATH);
  const source = await load(file, file);
  const text = await formatSpec(await readFile(file, "utf8"), source);
  // Generated files name the document as it will be called; errors name it as it is called now.
  const diff = await diffSpecs({ before, after: { ...source, file: SPEC_PATH } });
  diff.documents.after.file = file;
  const changeset = createChangeset(diff);
  const changes = [
    ...(await findChange(root, SPEC_PATH, text)),
    ...(await findChanges(root, diff.files)),
    ...(changeset ? await findChange(root, changeset.path, changeset.text) : []),
  ];
  if (changes.length === 0) return `${SPEC_PATH} says the same already.`;
  const remarks = await reviewUpdate(root, diff);
  if (!dryRun) await writeChanges(root, changes);
  return [
    formatDiff(diff),
    ["Review", ...(remarks.length > 0 ? remarks.map((remark) => `  - ${remark}`) : ["  Nothing stands out."])].join(
      "\n",
    ),
    [dryRun ? "Would write" : "Wrote", ...changes.map(({ path }) => `  ${path}`)].join("\n"),
    dryRun ? "Nothing was written." : "Run `pnpm test`, then commit all of it together.",
  ].join("\n\n");
}
