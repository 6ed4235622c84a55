import { parseArgs } from "node:util";

import { createChangeset, type Changeset } from "./diff/create-changeset.ts";
import { diffSpecs, type SpecDiff } from "./diff/diff-specs.ts";
import { formatDiff } from "./diff/format-diff.ts";
import { load } from "./load.ts";
import { REPOSITORY } from "./repository.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { findChange, writeChanges } from "./write.ts";

const HELP = `Usage: pnpm spec:diff OLD NEW [options]

Compares two OpenAPI documents. Prints the changes and the release that each package needs.

  --changeset  write a changeset to .changeset/
  --json       print the result as JSON
  --out DIR    write below this directory (default: the repository)
  --help       show this text`;

await runCommand(HELP, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      changeset: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      out: { type: "string", default: REPOSITORY },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return HELP;
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0)
    throw new UsageError("Expected two documents, OLD and NEW");
  const diff = await diffSpecs({ before: await load(before, before), after: await load(after, after) });
  const changeset = values.changeset ? createChangeset(diff) : undefined;
  if (changeset) await writeChanges(values.out, await findChange(values.out, changeset.path, changeset.text));
  if (values.json) return diffJson(diff, changeset);
  const note = changeset ? `Wrote ${changeset.path}` : "No changeset is needed.";
  return formatDiff(diff) + (values.changeset ? `\n\n${note}` : "");
});

function diffJson({ documents, changes, releases }: SpecDiff, changeset?: Changeset): string {
  const packages = releases.map(({ name, bump, reasons }) => ({
    name: `@segment-iam/${name}`,
    bump,
    reasons: reasons.map(({ subject, summary }) => `${subject}: ${summary}`),
  }));
  return JSON.stringify({ documents, changes, packages, changeset: changeset?.path ?? null }, undefined, 2);
}
