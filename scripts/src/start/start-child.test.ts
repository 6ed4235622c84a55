import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it, onTestFinished, vi } from "vitest";

import { temporaryTree } from "../test-utils/temporary-tree.ts";
import { startChild, type Child } from "./start-child.ts";

const PROGRAMS = {
  "parent.js": `require("node:child_process").spawn(process.execPath, ["grandchild.js"]);`,
  "grandchild.js": `require("node:fs").writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1_000);`,
  "ignores-sigterm.js": `process.on("SIGTERM", () => {}); require("node:fs").writeFileSync("pid", ""); setInterval(() => {}, 1_000);`,
  "exit-3.js": `process.exit(3);`,
};

/** Starts a program, and stops it at the end of the test. */
function start(program: string, directory: string): Child {
  const child = startChild([program], directory);
  onTestFinished(() => child.stop());
  return child;
}

/** Returns whether a process is running. Zombies do not count. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

it("ends a program and its descendants", async () => {
  using tree = temporaryTree(PROGRAMS);
  const child = start("parent.js", tree.root);
  await vi.waitFor(() => expect(tree.read()["pid"]).toMatch(/^\d+$/), 10_000);
  const { pid = "" } = tree.read();
  expect(isAlive(pid)).toBe(true);
  await child.stop();
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
});

it("kills a program that ignores SIGTERM", async () => {
  using tree = temporaryTree(PROGRAMS);
  const child = start("ignores-sigterm.js", tree.root);
  await vi.waitFor(() => readFileSync(join(tree.root, "pid")), 10_000);
  await child.stop();
  expect(await child.exited).toBeUndefined();
});

it("resolves with the exit code and ignores `stop` after the exit", async () => {
  using tree = temporaryTree(PROGRAMS);
  const child = start("exit-3.js", tree.root);
  expect(await child.exited).toBe(3);
  await child.stop();
});

it.each([
  ["a program that fails", "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3;", "outerr"],
  ["a program that succeeds", "console.log('out'); console.error('err');", ""],
])("prints the output of a quiet program only on failure: %s", async (_, code, printed) => {
  using tree = temporaryTree({
    "quiet.js": code,
    "parent.mjs": `
      import { startChild } from ${JSON.stringify(join(import.meta.dirname, "start-child.ts"))};
      await startChild(["quiet.js"], process.cwd(), { isQuiet: true }).exited;`,
  });
  const { stdout, stderr } = spawnSync(process.execPath, ["parent.mjs"], { cwd: tree.root, encoding: "utf8" });
  expect([stdout, [...stderr].toSorted()]).toEqual(["", [...printed].toSorted()]);
});
