import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { describe, expect, it } from "vitest";

import type { Change } from "../changes.ts";
import { temporaryTree } from "../test-utils/temporary-tree.ts";
import { recover } from "./recover.ts";
import { write } from "./write.ts";

const BEFORE = { "a.ts": "old a", "b.ts": "old b", "left-over.ts": "old", "README.md": "mine" };
const AFTER = { "a.ts": "new a", "b.ts": "new b", "new/deep/c.ts": "new c", "README.md": "mine" };
const CHANGES: Change[] = [
  { path: "a.ts", before: "old a", after: "new a" },
  { path: "new/deep/c.ts", after: "new c" },
  { path: "left-over.ts", before: "old" },
  { path: "b.ts", before: "old b", after: "new b" },
];

describe("write", () => {
  it("replaces, adds and removes, and leaves nothing else behind", async () => {
    using tree = temporaryTree(BEFORE);
    await write(tree.root, CHANGES);
    expect(tree.read()).toEqual(AFTER);
    expect(existsSync(join(tree.root, ".generate"))).toBe(false);
  });

  it("puts everything back when a file cannot be written", async () => {
    using tree = temporaryTree(BEFORE);
    mkdirSync(join(tree.root, "taken"));
    await expect(write(tree.root, [...CHANGES, { path: "taken", after: "a file" }])).rejects.toThrow(/EISDIR|EEXIST/);
    expect(tree.read()).toEqual(BEFORE);
    expect(existsSync(join(tree.root, "new"))).toBe(false);
  });

  it("puts everything back when the check fails, which sees everything in place", async () => {
    using tree = temporaryTree(BEFORE);
    const check = () => {
      expect(tree.read()).toMatchObject(AFTER);
      throw new Error("No good");
    };
    await expect(write(tree.root, CHANGES, check)).rejects.toThrow("No good");
    expect(tree.read()).toEqual(BEFORE);
  });

  it("writes aside below node_modules, which nothing looks into", async () => {
    using tree = temporaryTree(BEFORE);
    mkdirSync(join(tree.root, "node_modules"));
    await write(tree.root, CHANGES, () =>
      expect(existsSync(join(tree.root, "node_modules/.cache/generate"))).toBe(true),
    );
    expect(tree.read()).toEqual(AFTER);
  });
});

describe("a run that is interrupted in the middle of writing", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("puts everything back on %s, and ends by it", (signal) => {
    using tree = temporaryTree(BEFORE);
    expect(writeAndSend(signal, "rename", 2, tree.root)).toBe(signal);
    expect(tree.read()).toEqual(BEFORE);
  });

  it.each([1, 2, 3])("is put back by the next run when it was killed after %i files", (count) => {
    using tree = temporaryTree(BEFORE);
    expect(writeAndSend("SIGKILL", "rename", count, tree.root)).toBe("SIGKILL");
    expect(tree.read()).not.toMatchObject(BEFORE);
    recover(tree.root);
    expect(tree.read()).toEqual(BEFORE);
  });

  it("is as it was when it was killed before the first file was replaced", () => {
    using tree = temporaryTree(BEFORE);
    expect(writeAndSend("SIGKILL", "write", 3, tree.root)).toBe("SIGKILL");
    expect(tree.read()).toMatchObject(BEFORE);
    recover(tree.root);
    expect(tree.read()).toEqual(BEFORE);
  });

  it("is put back by the run after the next when that one is killed too", async () => {
    using tree = temporaryTree(BEFORE);
    writeAndSend("SIGKILL", "rename", 3, tree.root);
    expect(writeAndSend("SIGKILL", "rename", 1, tree.root)).toBe("SIGKILL");
    recover(tree.root);
    expect(tree.read()).toEqual(BEFORE);
  });
});

it("does not take back what someone has edited since", () => {
  using tree = temporaryTree(BEFORE);
  writeAndSend("SIGKILL", "rename", 3, tree.root);
  tree.write("a.ts", "edited");
  recover(tree.root);
  expect(tree.read()).toEqual({ ...BEFORE, "a.ts": "edited" });
});

it("leaves alone what a running process is about to write", () => {
  using tree = temporaryTree({ ".generate/1/journal.json": '{ "files": [], "directories": [] }' });
  const before = tree.read();
  recover(tree.root);
  expect(tree.read()).toEqual(before);
});

/** Writes in a process that gets a signal after `count` files were put in place, or aside. Returns the signal it ended by. */
function writeAndSend(signal: NodeJS.Signals, step: "rename" | "write", count: number, root: string): string | null {
  const code = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const method = ${JSON.stringify(`${step}FileSync`.replace("renameFile", "rename"))};
    const original = fs[method];
    let count = 0;
    fs[method] = (...args) => {
      original(...args);
      if (!args.some((path) => path.includes("journal")) && ++count === ${count}) process.kill(process.pid, "${signal}");
    };
    syncBuiltinESMExports();
    const { write } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, "write.ts")).href)});
    await write(${JSON.stringify(root)}, ${JSON.stringify(CHANGES)});
  `;
  return spawnSync(process.execPath, ["--input-type=module", "--eval", code], { stdio: "ignore" }).signal;
}
