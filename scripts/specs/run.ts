import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { RunReport } from "../src/run.ts";
import { layOut, typeCheck } from "../src/test-utils/emitted-workspace.ts";
import { DOCUMENTS, type ForeignDocument } from "./public-documents.ts";
import { fetchDocument } from "./fetch-document.ts";
import { tally } from "./tally.ts";

// Generates from documents that others wrote, lists what cannot be expressed and type-checks the rest. Takes names of documents.
const wanted = process.argv.slice(2);
const chosen = DOCUMENTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) {
  console.error(`There is no such document. Name one or more of ${DOCUMENTS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
for (const document of chosen) {
  try {
    if (!(await test(document))) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    console.error(`${document.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Tells whether all that can be expected of a document was generated, and type-checks. */
async function test(document: ForeignDocument): Promise<boolean> {
  const { name, operations: all, least } = document;
  const spec = await fetchDocument(document);
  const directory = await mkdtemp(join(tmpdir(), "segment-iam-spec-"));
  try {
    const report = await generate(spec, directory);
    const { operations, schemas, durationMs, leftOut = [], warnings } = report;
    console.log(
      `\n${name} (${document.package}): ${operations} of ${all} operations, ${schemas} schemas, ${durationMs} ms`,
    );
    for (const { count, reason, example } of tally(leftOut)) console.log(`  ${count} left out: ${reason} (${example})`);
    if (warnings.length > 0) console.log(`  ${warnings.length} warnings, such as: ${warnings[0]?.reason}`);
    await layOut(directory);
    const startMs = performance.now();
    const complaints = await typeCheck(directory);
    console.log(complaints || `  type-checked in ${Math.round(performance.now() - startMs)} ms`);
    if (operations < least) console.error(`  ${least} operations could be generated before`);
    return complaints === "" && operations >= least;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Runs the command as people do. */
function generate(spec: string, out: string): Promise<RunReport> {
  const command = [join(import.meta.dirname, "../src/cli.ts"), "--spec", spec, "--out", out];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...command, "--skip-unsupported", "--json"],
      { maxBuffer: 2 ** 28 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`generation failed\n${stdout}${stderr}`));
        else resolve(JSON.parse(stdout) as RunReport);
      },
    );
  });
}
