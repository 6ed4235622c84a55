import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { parseChangesetFile } from "@changesets/parse";
import { describe, expect, it } from "vitest";

import { lineOf, SPEC, specWith } from "./test-utils/documents/spec-text.ts";
import { temporaryTree } from "./test-utils/temporary-tree.ts";

const DOCUMENTS = {
  "old.yaml": SPEC,
  "new.yaml": specWith("operationId: renameUser", "operationId: callUser"),
  "bad.yaml": specWith("schemas/User", "schemas/Usr"),
  "worse.yaml": "openapi: 3.1.0\npaths: 1\n",
};

const BAD_LINE = lineOf(DOCUMENTS["bad.yaml"], "schemas/Usr");

const CLI = join(import.meta.dirname, "cli.ts");

/** Runs a command in `directory` as a child process. */
function runScript(script: string, args: string[], directory: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...args], {
    cwd: directory,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("generate", () => {
  it("prints a JSON report", () => {
    using tree = temporaryTree(DOCUMENTS);
    const { status, stdout } = runScript("cli.ts", ["--spec", "old.yaml", "--out", ".", "--json"], tree.root);
    const report: unknown = JSON.parse(stdout);
    const changed = Object.keys(tree.read()).filter((path) => !(path in DOCUMENTS));
    expect(status).toBe(0);
    expect(report).toEqual({
      spec: "old.yaml",
      files: changed.length,
      changed: expect.arrayContaining(changed),
      operations: 2,
      schemas: 2,
      warnings: [],
      durationMs: expect.any(Number),
    });
  });

  it("prints one line if the disk is full", () => {
    using tree = temporaryTree(DOCUMENTS);
    // A limit of 1 KiB per file stands for a full disk.
    const limited = ["-c", 'ulimit -f 1; trap "" XFSZ; exec "$@"', "sh", process.execPath, CLI];
    const { status, stderr } = spawnSync("sh", [...limited, "--spec", "old.yaml", "--out", "."], {
      cwd: tree.root,
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^Cannot write packages\/\S+: EFBIG: file too large\. Nothing was written\.\n$/);
    expect(status).toBe(1);
    expect(tree.read()).toEqual(DOCUMENTS);
  });

  it("prints errors as JSON", () => {
    using tree = temporaryTree(DOCUMENTS);
    const { status, stdout } = runScript("cli.ts", ["--spec", "bad.yaml", "--out", ".", "--json"], tree.root);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [
        {
          file: "bad.yaml",
          line: BAD_LINE,
          reason: expect.stringContaining("does not exist"),
          fix: expect.any(String),
        },
      ],
    });
  });
});

describe("a document outside of the repository", () => {
  it.each(["worse.yaml", ""])("has its absolute path in messages: %s", (name) => {
    using tree = temporaryTree(DOCUMENTS);
    const { status, stderr } = runScript("cli.ts", ["--check", "--spec", join(tree.root, name)], import.meta.dirname);
    expect(status).toBe(1);
    expect(stderr).toMatch(/:\d+:1: /);
    expect(stderr.split(/:\d+:1: /)[0]).toBe(name ? join(tree.root, name) : tree.root.replace(/\/$/, ""));
  });

  it("has only its file name in generated files", () => {
    using tree = temporaryTree(DOCUMENTS);
    runScript("cli.ts", ["--spec", join(tree.root, "old.yaml"), "--out", tree.root], import.meta.dirname);
    expect(tree.read()["packages/client/src/generated/operations.ts"]).toMatch(/^\/\/ @generated from old\.yaml by/);
  });
});

describe("spec:diff", () => {
  it("prints the changes and exits with 0", () => {
    using tree = temporaryTree(DOCUMENTS);
    const { status, stdout } = runScript("spec-diff.ts", ["old.yaml", "new.yaml"], tree.root);
    expect(status).toBe(0);
    expect(stdout).toContain("Major\n  renameUser: operation renamed: renameUser -> callUser (a guess)\n");
    for (const name of ["types", "client", "react", "msw"]) {
      expect(stdout).toMatch(new RegExp(`@segment-iam/${name} +major `));
    }
  });

  it("writes one changeset for repeated runs", () => {
    using tree = temporaryTree(DOCUMENTS);
    const args = ["old.yaml", "new.yaml", "--changeset", "--json", "--out", "."];
    const { stdout } = runScript("spec-diff.ts", args, tree.root);
    runScript("spec-diff.ts", args, tree.root);
    const report = JSON.parse(stdout) as { changeset: string; packages: unknown[]; changes: unknown[] };
    const files = tree.read();
    expect(Object.keys(files).filter((path) => path.startsWith(".changeset/"))).toEqual([report.changeset]);
    expect(parseChangesetFile(files[report.changeset] ?? "").releases).toHaveLength(4);
    expect(report.packages).toContainEqual({
      name: "@segment-iam/client",
      bump: "major",
      reasons: ["renameUser: operation renamed"],
    });
    expect(report.changes).toEqual([
      expect.objectContaining({ kind: "operation-renamed", bump: "major", isGuess: true }),
    ]);
  });

  it("finds no changes between a document and itself", () => {
    using tree = temporaryTree(DOCUMENTS);
    const { status, stdout } = runScript("spec-diff.ts", ["old.yaml", "old.yaml"], tree.root);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("No package changes") });
  });

  it("prints the errors of both documents and exits with 1", () => {
    using tree = temporaryTree(DOCUMENTS);
    const { status, stderr } = runScript("spec-diff.ts", ["bad.yaml", "worse.yaml"], tree.root);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^worse\.yaml:2:\d+: Expected an object/m);
    expect(stderr).toMatch(new RegExp(`^bad\\.yaml:${BAD_LINE}:\\d+: .* does not exist`, "m"));
  });

  it.each([[["old.yaml"]], [["--unknown"]]])("prints its usage and exits with 2 for the arguments %j", (args) => {
    const { status, stderr } = runScript("spec-diff.ts", args, import.meta.dirname);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("Usage: pnpm spec:diff OLD NEW"),
    });
  });
});

it.each([
  ["mutation/run.ts", ["client", "wrong"], 'Unknown target "wrong"; expected client, helpers, redis'],
  ["../specs/run.ts", ["Stripe", "wrong"], 'Unknown document "wrong"; expected GitHub, Stripe'],
  ["regenerate/run.ts", ["--variants", "facts,wrong"], 'Unknown variant "wrong"; expected one-read, many-kinds'],
])("%s %j lists the known names", (script, args, message) => {
  const { status, stdout, stderr } = runScript(script, args, import.meta.dirname);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
});

describe("spec:update", () => {
  it("rejects the document that it would replace", () => {
    using tree = temporaryTree({ "spec/iam-users.yaml": SPEC });
    const { status, stderr } = runScript("spec-update.ts", ["spec/iam-users.yaml", "--out", "."], tree.root);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("FILE is spec/iam-users.yaml itself"),
    });
  });

  it("prints the planned changes in a dry run", () => {
    using tree = temporaryTree({ ...DOCUMENTS, "spec/iam-users.yaml": SPEC });
    const { status, stdout } = runScript("spec-update.ts", ["new.yaml", "--out", ".", "--dry-run"], tree.root);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^spec\/iam-users\.yaml -> new\.yaml\n/),
    });
    expect(stdout).toContain("Review\n  - Breaking changes: 1");
  });
});
