import { parseChangesetFile } from "@changesets/parse";
import { expect, it } from "vitest";

import type { ApiChange } from "./api-change.ts";
import { classifyChanges, planReleases, type ClassifiedChange } from "./classify-changes.ts";
import { createChangeset } from "./create-changeset.ts";
import type { SpecDiff } from "./diff-specs.ts";

const HOSTILE = [
  "---",
  "`",
  "``` x",
  "\n---\n",
  "</details>",
  "\u2028",
  "\u001b[2J",
  "a".repeat(100_000),
  "![x](http://h)",
];

const documents = { before: { file: "old.yaml", version: "1" }, after: { file: "new.yaml", version: "2" } };

it("contains the releases that the rules require", () => {
  const { releases, summary } = parse(diffOf([change("user.name", {}), change("user", { kind: "docs-changed" })]));
  expect(releases).toEqual([
    { name: "@segment-iam/types", type: "major" },
    { name: "@segment-iam/client", type: "major" },
    { name: "@segment-iam/react", type: "major" },
    { name: "@segment-iam/msw", type: "major" },
  ]);
  expect(summary).toBe(
    "Updated the API document from `1` to `2`.\n\n" +
      "**Breaking**\n\n- `user.name` (output of `getUser`): property removed\n\n**Other**\n\n- documentation changed: `user`",
  );
});

it.each(HOSTILE.map((text) => [text.slice(0, 20), text]))("escapes hostile names: %j", (_, text) => {
  const harmless = parse(diffOf([change("name", { before: "before" })]));
  const hostile = parse(diffOf([change(text, { before: text })]));
  expect(hostile.releases).toEqual(harmless.releases);
  expect(withoutCode(hostile.summary)).toBe(withoutCode(harmless.summary));
});

it("derives the file name from the changes", () => {
  const paths = ["a", "a", "b"].map((name) => createChangeset(diffOf([change(name, {})]))?.path);
  expect(paths[0]).toMatch(/^\.changeset\/spec-[0-9a-f]{8}\.md$/);
  expect(paths[1]).toBe(paths[0]);
  expect(paths[2]).not.toBe(paths[0]);
});

it("returns undefined if no package needs a release", () => {
  expect(createChangeset(diffOf([]))).toBeUndefined();
});

it("plans a patch release for packages whose generated code differs without a rule", () => {
  const releases = planReleases([], new Set(["msw", "console"]));
  expect(releases).toEqual([expect.objectContaining({ name: "msw", bump: "patch" })]);
});

function change(subject: string, keys: Partial<ApiChange>): ClassifiedChange {
  const plain: ApiChange = {
    kind: "property-removed",
    scope: "output",
    subject,
    operations: ["getUser"],
    isGuess: false,
  };
  const [classified] = classifyChanges([{ ...plain, ...keys }]);
  if (!classified) throw new Error("Expected one classified change");
  return classified;
}

function withoutCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "code");
}

function diffOf(changes: ClassifiedChange[]): SpecDiff {
  return { documents, changes, releases: planReleases(changes) };
}

function parse(diff: SpecDiff): { releases: unknown; summary: string } {
  return parseChangesetFile(createChangeset(diff)?.text ?? "");
}
