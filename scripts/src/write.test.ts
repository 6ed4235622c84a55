import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { temporaryTree } from "./test-utils/temporary-tree.ts";
import { FileError, findChange, findChanges, writeChanges, type FileChange } from "./write.ts";

const BEFORE = { "a.ts": "old a", "b.ts": "old b", "obsolete.ts": "old", "README.md": "mine" };
const AFTER = { "a.ts": "new a", "b.ts": "new b", "new/deep/c.ts": "new c", "README.md": "mine" };
const CHANGES: FileChange[] = [
  { path: "a.ts", before: "old a", after: "new a" },
  { path: "new/deep/c.ts", after: "new c" },
  { path: "obsolete.ts", before: "old" },
  { path: "b.ts", before: "old b", after: "new b" },
];

describe("writeChanges", () => {
  it("replaces, adds and deletes files without leaving temporary files", async () => {
    using tree = temporaryTree(BEFORE);
    await writeChanges(tree.root, CHANGES);
    expect(tree.read()).toEqual(AFTER);
  });

  it("replaces nothing if one file cannot be written", async () => {
    using tree = temporaryTree(BEFORE);
    await expect(writeChanges(tree.root, [...CHANGES, { path: "README.md/d.ts", after: "new d" }])).rejects.toThrow(
      /^Cannot write README\.md\/d\.ts: (?:EEXIST|ENOTDIR): [^\n]+\. Nothing was written\.$/,
    );
    expect(tree.read()).toEqual(BEFORE);
  });

  it("names a symbolic link without a target", async () => {
    using tree = temporaryTree(BEFORE);
    symlinkSync(join(tree.root, "nowhere"), join(tree.root, "link"));
    await expect(writeChanges(tree.root, [...CHANGES, { path: "link/d.ts", after: "new d" }])).rejects.toThrow(
      "Cannot write link/d.ts: ENOENT: a symbolic link on its path has no target. Nothing was written.",
    );
    expect(tree.read()).toEqual(BEFORE);
  });

  it("reports the number of written files if a target cannot be replaced", async () => {
    using tree = temporaryTree(BEFORE);
    mkdirSync(join(tree.root, "taken"));
    const promise = writeChanges(tree.root, [...CHANGES, { path: "taken", after: "a file" }]);
    await expect(promise).rejects.toThrow(/^Cannot write taken: EISDIR: [^\n]+\. 4 other files were written\.$/);
    expect(tree.read()).toEqual(AFTER);
  });
});

describe("findChanges", () => {
  it("finds changed, missing and obsolete generated files", async () => {
    using tree = temporaryTree({
      "g/a.ts": "a",
      "g/old.ts": "// @generated",
      "g/old.md": "<!-- @generated",
      "g/x": "",
    });
    const changes = await findChanges(
      tree.root,
      new Map([
        ["g/a.ts", "a"],
        ["g/b.ts", "b"],
      ]),
    );
    expect(changes.map(({ path }) => path).toSorted()).toEqual(["g/b.ts", "g/old.md", "g/old.ts"]);
  });

  it("ignores a symbolic link to a generated file", async () => {
    using tree = temporaryTree();
    mkdirSync(join(tree.root, "g"));
    symlinkSync(join(tree.root, "nowhere"), join(tree.root, "g/old.ts"));
    expect(await findChanges(tree.root, new Map([["g/a.ts", "a"]]))).toEqual([{ path: "g/a.ts", after: "a" }]);
  });

  it("rejects a target that is not a file", async () => {
    using tree = temporaryTree();
    mkdirSync(join(tree.root, "taken"));
    await expect(findChange(tree.root, "taken", "")).rejects.toThrow(FileError);
  });
});
