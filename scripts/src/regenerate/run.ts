import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { checkNames, runCommand } from "../run-command.ts";
import { runVariant, type Row } from "./run-variant.ts";
import { VARIANTS } from "./variants.ts";

const NAMES = VARIANTS.map(({ name }) => name);

const HELP = `Usage: pnpm test:regenerate [options]

Updates the API document of a copy of the repository, then type-checks, builds and tests the copy.
Prints a table of variants and steps. Exits with 1 if a step fails.

  --variants LIST  names of variants, separated by commas (default: all)
  --keep           keep the copies and print their paths
  --help           show this text

Variants:
${VARIANTS.map(({ name, description }) => `  ${name.padEnd(18)} ${description}`).join("\n")}`;

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      variants: { type: "string", default: NAMES.join(",") },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return HELP;
  const names = values.variants.split(",");
  checkNames("variant", names, NAMES);
  const rows: Row[] = [];
  for (const variant of VARIANTS.filter(({ name }) => names.includes(name))) {
    const directory = await mkdtemp(join(tmpdir(), `segment-iam-${variant.name}-`));
    try {
      for await (const { output, ...row } of runVariant(variant, directory)) {
        rows.push(row);
        console.log(`${row.variant} ${row.step}: ${row.result} (${row.seconds} s)`);
        if (row.result === "failed") console.log(output);
      }
    } finally {
      if (values.keep) console.log(`Kept ${directory}`);
      else await rm(directory, { recursive: true });
    }
  }
  if (rows.some(({ result }) => result === "failed")) process.exitCode = 1;
  console.table(rows);
  return `${rows.filter(({ result }) => result === "failed").length} of ${rows.length} steps failed`;
});
