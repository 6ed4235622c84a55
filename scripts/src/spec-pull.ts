import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { displayName, downloadSpec } from "./update/download-spec.ts";
import { REPOSITORY } from "./repository.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { formatPullRequest } from "./update/format-pull-request.ts";
import { SPEC_PATH, updateSpec } from "./update/update-spec.ts";
import { writeChanges } from "./write.ts";

const HELP = `Usage: SPEC_SOURCE=URL pnpm spec:pull [options]

Downloads the published document, updates the repository with it, and prints the body of a pull request.
SPEC_SOURCE is the URL or the path of the document.

  --body FILE  write the body to FILE; no file is written if the repository is already up to date
  --dry-run    print the body without updating the repository
  --out DIR    update the repository in this directory (default: this one)
  --help       show this text`;

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      body: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      out: { type: "string", default: REPOSITORY },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return HELP;
  const source = process.env["SPEC_SOURCE"];
  if (!source) throw new UsageError("Expected the URL or the path of a document in the variable SPEC_SOURCE");
  const directory = await mkdtemp(join(tmpdir(), "segment-iam-pull-"));
  try {
    const name = displayName(source);
    const file = join(directory, "document");
    await writeFile(file, await downloadSpec(source));
    const update = await updateSpec({ root: resolve(values.out), file, name, dryRun: values["dry-run"] });
    if (!update) return `${SPEC_PATH} is already up to date.`;
    const body = formatPullRequest(update);
    if (values.body === undefined) return body;
    const target = resolve(values.body);
    await writeChanges(dirname(target), [{ path: basename(target), after: `${body}\n` }]);
    return `Wrote ${values.body}`;
  } finally {
    await rm(directory, { recursive: true });
  }
});
