import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { REPOSITORY } from "./repository.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { formatUpdate, SPEC_PATH, updateSpec } from "./update/update-spec.ts";

const HELP = `Usage: pnpm spec:update FILE [options]

Replaces ${SPEC_PATH} with a newer document, generates the code and writes a changeset.
Prints the changes and what to review.

  --dry-run  print the result without writing files
  --out DIR  update the repository in this directory (default: this one)
  --help     show this text`;

await runCommand(HELP, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      out: { type: "string", default: REPOSITORY },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return HELP;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError("Expected one document, FILE");
  const root = resolve(values.out);
  if (resolve(file) === join(root, SPEC_PATH)) {
    throw new UsageError(
      `FILE is ${SPEC_PATH} itself. For a document edited in place, run \`pnpm generate\` and \`pnpm spec:diff\`.`,
    );
  }
  const dryRun = values["dry-run"];
  return formatUpdate(await updateSpec({ root, file, dryRun }), dryRun);
});
