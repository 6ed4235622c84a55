import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { serve, type RequestHandler } from "@segment-iam/test-utils/serve";
import { expect, it } from "vitest";

import { renderMarkdown, tagsIn } from "./test-utils/render-markdown.ts";
import { SPEC, specWith } from "./test-utils/documents/spec-text.ts";
import { createSpecRepository } from "./test-utils/spec-repository.ts";
import { temporaryTree, type TemporaryTree } from "./test-utils/temporary-tree.ts";
import { SPEC_PATH } from "./update/update-spec.ts";

/** Renames an operation and adds a required input with a hostile name. */
const NEWER = specWith("operationId: renameUser", "operationId: callUser")
  .replace("required: [name]", "required: [name, '<img src=x>|@admin']")
  .replace("properties: { name", "properties: { '<img src=x>|@admin': { type: string }, name");

interface Result {
  status: number | string | undefined | null;
  stdout: string;
  stderr: string;
}

/** Runs the command in a repository as a child process. It is asynchronous, because the test server runs in this process. */
function pull({ root }: Pick<TemporaryTree, "root">, source: string | undefined, ...args: string[]): Promise<Result> {
  const script = join(import.meta.dirname, "spec-pull.ts");
  const { SPEC_SOURCE: _, ...inherited } = process.env;
  const env = { ...inherited, ...(source !== undefined && { SPEC_SOURCE: source }) };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, "--out", ".", ...args], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, stdout, stderr }),
    );
  });
}

it("updates the repository and writes the body of a pull request", async () => {
  using tree = await createSpecRepository();
  await using server = await serve((_, response) => response.end(NEWER));
  const result = await pull(tree, `${server.url}/openapi.yaml?token=secret`, "--body", "new/body.md");
  expect(result).toEqual({ status: 0, stdout: "Wrote new/body.md\n", stderr: "" });
  const files = tree.read();
  expect(files[SPEC_PATH]).toContain("callUser");
  const changeset = Object.keys(files).find((path) => path.startsWith(".changeset/"));
  const body = files["new/body.md"] ?? "";
  expect(body).toContain(`Source: \`${server.url}/openapi.yaml\``);
  expect(body).toContain("| `@segment-iam/types` | major | `renameUser`: operation renamed: ");
  expect(body).toMatch(/\| major \| types, client, react, msw \| `callUser.*required input added/);
  expect(body).toContain("- [ ] packages/msw/src/resolvers/index.ts: rename renameUser to callUser\n");
  expect(body).toContain(`## Changeset\n\n\`${changeset}\`:\n\n\`\`\`md\n---\n"@segment-iam/types": major\n`);
  expect(body).not.toContain("secret");
  expect(tagsIn(renderMarkdown(body)).filter((tag) => /^<(img|a)\b/.test(tag))).toEqual([]);
});

it("prints the body without --body, and changes nothing in a dry run", async () => {
  using tree = temporaryTree({ [SPEC_PATH]: SPEC, "newer.yaml": NEWER });
  const before = tree.read();
  const { status, stdout } = await pull(tree, "newer.yaml", "--dry-run");
  expect(status).toBe(0);
  expect(stdout).toContain("\n## Review\n");
  expect(tree.read()).toEqual(before);
});

it("writes no body if the repository is already up to date", async () => {
  using tree = await createSpecRepository();
  await using server = await serve((_, response) => response.end(tree.read()[SPEC_PATH]));
  expect(await pull(tree, server.url, "--body", "body.md")).toEqual({
    status: 0,
    stdout: `${SPEC_PATH} is already up to date.\n`,
    stderr: "",
  });
  expect(existsSync(join(tree.root, "body.md"))).toBe(false);
});

it.each<[string, RequestHandler, RegExp]>([
  ["404", (_, response) => response.writeHead(404).end(), /^\S+\/api responded with 404\. .*\n$/],
  ["invalid YAML", (_, response) => response.end("openapi: ["), /^\S+\/api:1:\d+: .*\nNothing was written\.\n$/],
])("exits with 1 and writes nothing after %s", async (_, handler, message) => {
  using tree = temporaryTree({ [SPEC_PATH]: SPEC });
  const before = tree.read();
  await using server = await serve(handler);
  const result = await pull(tree, `${server.url}/api`, "--body", "body.md");
  expect(result).toEqual({ status: 1, stdout: "", stderr: expect.stringMatching(message) });
  expect(tree.read()).toEqual(before);
});

it("requires SPEC_SOURCE", async () => {
  using tree = temporaryTree({ [SPEC_PATH]: SPEC });
  const { status, stderr } = await pull(tree, undefined);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Expected the URL or the path of a document in the variable SPEC_SOURCE\n/);
});
