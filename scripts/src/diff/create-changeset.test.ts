import { parseChangesetFile } from "@changesets/parse";
import { expect, it } from "vitest";

import type { SpecDiff } from "./diff-specs.ts";
import type { ApiChange } from "./api-change.ts";
import { createChangeset } from "./create-changeset.ts";
import { classifyChanges, planReleases, type ClassifiedChange } from "./classify-changes.ts";

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

it("releases what the rules say", () => {
  const { releases, summary } = parse(diffOf([change("user.name", {}), change("user", { kind: "docs-changed" })]));
  expect(releases).toEqual([
    { name: "@segment-iam/types", type: "major" },
    { name: "@segment-iam/client", type: "major" },
    { name: "@segment-iam/react", type: "major" },
    { name: "@segment-iam/msw", type: "major" },
  ]);
  expect(summary).toBe(
    "The description of the API went from `1` to `2`.\n\n" +
      "**Breaking**\n\n- `user.name` (output of `getUser`): member removed\n\nBesides: prose changed in 1 place.",
  );
});

it.each(HOSTILE)("stays the same text with other names in it: %j", (text) => {
  const harmless = parse(diffOf([change("name", { before: "before" })]));
  const hostile = parse(diffOf([change(text, { before: text })]));
  expect(hostile.releases).toEqual(harmless.releases);
  expect(withoutCode(hostile.summary)).toBe(withoutCode(harmless.summary));
});

it("gets the same name for the same differences, and another for others", () => {
  const paths = ["a", "a", "b"].map((name) => createChangeset(diffOf([change(name, {})]))?.path);
  expect(paths[0]).toMatch(/^\.changeset\/spec-[0-9a-f]{8}\.md$/);
  expect(paths[1]).toBe(paths[0]);
  expect(paths[2]).not.toBe(paths[0]);
});

it("is not there when there is nothing to release", () => {
  expect(createChangeset(diffOf([]))).toBeUndefined();
});

it("releases packages whose generated code differs though no rule names it", () => {
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
  const [judged] = classifyChanges([{ ...plain, ...keys }]);
  if (!judged) throw new Error("One change is judged as one");
  return judged;
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
