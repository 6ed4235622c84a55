import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it, onTestFinished, vi } from "vitest";

import { temporaryTree } from "../test-utils/temporary-tree.ts";
import { startChild, type Child } from "./start-child.ts";

const PROGRAMS = {
  "parent.js": `require("node:child_process").spawn(process.execPath, ["grandchild.js"]);`,
  "grandchild.js": `require("node:fs").writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1_000);`,
  "deaf.js": `process.on("SIGTERM", () => {}); require("node:fs").writeFileSync("pid", ""); setInterval(() => {}, 1_000);`,
  "three.js": `process.exit(3);`,
};

/** Starts a program that is stopped at the end of the test. */
function start(program: string, directory: string): Child {
  const child = startChild([program], directory);
  onTestFinished(() => child.stop());
  return child;
}

/** Whether a process is running. A zombie is not. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

it("ends a program with its descendants", async () => {
  using tree = temporaryTree(PROGRAMS);
  const child = start("parent.js", tree.root);
  await vi.waitFor(() => expect(tree.read()["pid"]).toMatch(/^\d+$/), 10_000);
  const { pid = "" } = tree.read();
  expect(isAlive(pid)).toBe(true);
  await child.stop();
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
});

it("kills a program that ignores SIGTERM", { timeout: 20_000 }, async () => {
  using tree = temporaryTree(PROGRAMS);
  const child = start("deaf.js", tree.root);
  await vi.waitFor(() => readFileSync(join(tree.root, "pid")), 10_000);
  await child.stop();
  expect(await child.ended).toBeUndefined();
});

it("resolves with the exit code, after which `stop` does nothing", async () => {
  using tree = temporaryTree(PROGRAMS);
  const child = start("three.js", tree.root);
  expect(await child.ended).toBe(3);
  await child.stop();
});
