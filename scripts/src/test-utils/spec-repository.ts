import { join } from "node:path";

import { run } from "../run.ts";
import { SPEC_PATH, updateSpec } from "../update/update-spec.ts";
import { SPEC } from "./documents/spec-text.ts";
import { temporaryTree, type TemporaryTree } from "./temporary-tree.ts";

/** Creates a repository that is up to date with `SPEC` and has mock resolvers for its operations. */
export async function createSpecRepository(files: Record<string, string> = {}): Promise<TemporaryTree> {
  const tree = temporaryTree({
    [SPEC_PATH]: SPEC,
    "packages/msw/src/resolvers/index.ts": "export const resolvers = { listUsers() {}, renameUser() {} };\n",
    ...files,
  });
  const spec = join(tree.root, SPEC_PATH);
  await run({ spec, out: tree.root, check: false });
  // Formats the document.
  await updateSpec({ root: tree.root, file: spec, dryRun: false });
  return tree;
}
