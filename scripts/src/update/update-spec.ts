import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { findChanges, type Change } from "../changes.ts";
import { changesetFor } from "../diff/changeset.ts";
import { diffSources } from "../diff/diff-sources.ts";
import { diffText } from "../diff/diff-text.ts";
import { generate } from "../generate.ts";
import { load } from "../load.ts";
import { readIfThere } from "../read-if-there.ts";
import { recover } from "../write/recover.ts";
import { write } from "../write/write.ts";
import { review } from "./review.ts";
import { specText } from "./spec-text.ts";

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
 * Takes over a newer document with everything that depends on it: generated code and a changeset. All of it or nothing.
 *
 * Returns what differs, what was written and what a person should look at.
 *
 * @throws {SpecErrors}
 */
export async function updateSpec({ root, file, dryRun }: UpdateOptions): Promise<string> {
  recover(root);
  const before = await load(join(root, SPEC_PATH), SPEC_PATH);
  const source = await load(file, file);
  const text = await specText(await readFile(file, "utf8"), source);
  // Generated files name the document as it will be called; errors name it as it is called now.
  const diff = await diffSources({ before, after: { ...source, file: SPEC_PATH } });
  diff.documents.after.file = file;
  const changeset = changesetFor(diff);
  const changes = [
    ...(await changeOf(root, SPEC_PATH, text)),
    ...(await findChanges(root, diff.files)),
    ...(changeset ? await changeOf(root, changeset.path, changeset.text) : []),
  ];
  if (changes.length === 0) return `${SPEC_PATH} says the same already.`;
  const remarks = await review(root, diff);
  if (!dryRun) await write(root, changes, () => checkUpToDate(root));
  return [
    diffText(diff),
    ["Review", ...(remarks.length > 0 ? remarks.map((remark) => `  - ${remark}`) : ["  Nothing stands out."])].join(
      "\n",
    ),
    [dryRun ? "Would write" : "Wrote", ...changes.map(({ path }) => `  ${path}`)].join("\n"),
    dryRun ? "Nothing was written." : "Run `pnpm test`, then commit all of it together.",
  ].join("\n\n");
}

async function changeOf(root: string, path: string, after: string): Promise<Change[]> {
  const before = await readIfThere(join(root, path));
  return before === after ? [] : [{ path, after, ...(before !== undefined && { before }) }];
}

/** Does again what `pnpm generate --check` does, with what is on the disk now. */
async function checkUpToDate(root: string): Promise<void> {
  const stale = await findChanges(root, await generate(await load(join(root, SPEC_PATH), SPEC_PATH)));
  if (stale.length === 0) return;
  const paths = stale.map(({ path }) => path).join(", ");
  throw new Error(`Generating a second time gave something else (${paths}): nothing was written`);
}
