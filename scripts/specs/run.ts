import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { SkippedPart } from "../src/drop-unsupported/drop-unsupported.ts";
import type { RunReport } from "../src/run.ts";
import { checkNames, runCommand } from "../src/run-command.ts";
import { writeEmittedWorkspace, typeCheck } from "../src/test-utils/emitted/emitted-workspace.ts";
import { PUBLIC_DOCUMENTS, type PublicDocument } from "./public-documents.ts";
import { fetchDocument } from "./fetch-document.ts";

const NAMES = PUBLIC_DOCUMENTS.map(({ name }) => name);

const HELP = `Usage: pnpm test:specs [DOCUMENT...]

Generates code from public OpenAPI documents, lists the unsupported parts and type-checks the rest.

  DOCUMENT  ${NAMES.join(", ")} (default: all)
  --help    show this text`;

await runCommand(HELP, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean", default: false } },
  });
  if (values.help) return HELP;
  checkNames("document", positionals, NAMES);
  const documents = PUBLIC_DOCUMENTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const failed: string[] = [];
  for (const document of documents) {
    try {
      if (!(await testDocument(document))) failed.push(document.name);
    } catch (error) {
      failed.push(document.name);
      console.error(`${document.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failed.length > 0) process.exitCode = 1;
  return `\n${documents.length - failed.length} of ${documents.length} documents passed${failed.length > 0 ? `, failed: ${failed.join(", ")}` : ""}`;
});

/** Returns whether at least `minOperations` operations were generated and type-check. */
async function testDocument(document: PublicDocument): Promise<boolean> {
  const { name, operations: total, minOperations } = document;
  const spec = await fetchDocument(document);
  const directory = await mkdtemp(join(tmpdir(), "segment-iam-spec-"));
  try {
    const report = await generate(spec, directory);
    const { operations, schemas, durationMs, skipped = [], warnings } = report;
    console.log(
      `\n${name} (${document.package}): ${operations} of ${total} operations, ${schemas} schemas, ${durationMs} ms`,
    );
    for (const { count, reason, example } of countReasons(skipped))
      console.log(`  ${count} skipped: ${reason} (${example})`);
    if (warnings.length > 0) console.log(`  ${warnings.length} warnings, for example: ${warnings[0]?.reason}`);
    await writeEmittedWorkspace(directory);
    const startMs = performance.now();
    const typeErrors = await typeCheck(directory);
    console.log(typeErrors || `  type-checked in ${Math.round(performance.now() - startMs)} ms`);
    if (operations < minOperations) console.error(`  Expected at least ${minOperations} operations`);
    return typeErrors === "" && operations >= minOperations;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Runs the generator's command line in its own process. */
function generate(spec: string, out: string): Promise<RunReport> {
  const command = [join(import.meta.dirname, "../src/cli.ts"), "--spec", spec, "--out", out];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...command, "--skip-unsupported", "--json"],
      { maxBuffer: 2 ** 28 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`the generator failed:\n${stdout}${stderr}`));
        else resolve(JSON.parse(stdout) as RunReport);
      },
    );
  });
}

/** The number of parts that were skipped for one reason. */
interface ReasonCount {
  count: number;
  reason: string;
  example: string;
}

/** Counts skipped parts by reason, the most frequent first. Reasons that differ only in names count as one. */
function countReasons(skipped: readonly SkippedPart[]): ReasonCount[] {
  const counts = new Map<string, ReasonCount>();
  for (const { name, reason } of skipped) {
    const general = reason.replace(/`[^`]*`|"[^"]*"|\{[^}]*\}|(?<= )\/\S+/g, "…");
    const found = counts.get(general) ?? { count: 0, reason: general, example: name };
    counts.set(general, { ...found, count: found.count + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
