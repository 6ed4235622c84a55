import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createMockWorkspace } from "@segment-iam/msw";
import { startMockServer } from "@segment-iam/msw/server";
import { expect, it, onTestFinished } from "vitest";

it("runs the script of start/node.md against the mock server", async () => {
  const page = readFileSync(join(import.meta.dirname, "../pages/start/node.md"), "utf8");
  const [, script = ""] = /^```ts\n\/\/ list-users\.ts\n(.*?)^```$/ms.exec(page) ?? [];
  const server = await startMockServer({ workspace: createMockWorkspace({ users: 250 }) });
  onTestFinished(() => server.close());
  // Node.js finds the workspace packages only from a folder below this package.
  const folder = mkdtempSync(join(import.meta.dirname, "../dist/script-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "list-users.ts"), script);

  const { stdout } = await promisify(execFile)(process.execPath, ["list-users.ts"], {
    cwd: folder,
    env: { ...process.env, SEGMENT_TOKEN: "any", SEGMENT_URL: server.url },
  });

  const lines = stdout.trim().split("\n");
  expect(lines).toHaveLength(251);
  expect(page).toContain(`The last line is \`${lines.at(-1)}\``);
});
