import { createHash } from "node:crypto";

import { changeText, codeSpan } from "./format-change.ts";
import type { SpecDiff } from "./diff-specs.ts";
import type { JudgedChange } from "./classify-changes.ts";

/** A changeset: what to release, and what the changelogs will say. */
export interface Changeset {
  /** From the root of the repository. The same differences give the same name, so that a second run adds no second file. */
  path: string;
  text: string;
}

/** Writes the changeset for what differs; nothing if there is nothing to release. */
export function changesetFor({ documents, changes, releases }: SpecDiff): Changeset | undefined {
  if (releases.length === 0) return undefined;
  const frontMatter = releases.map(({ name, bump }) => `"@segment-iam/${name}": ${bump}`);
  const text = [
    ["---", ...frontMatter, "---"].join("\n"),
    headline(documents),
    ...section(
      "Breaking",
      changes.filter(({ bump }) => bump === "major"),
    ),
    ...section(
      "New",
      changes.filter(({ bump }) => bump === "minor"),
    ),
    ...summary(changes.filter(({ bump }) => bump === "patch")),
  ].join("\n\n");
  const id = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { path: `.changeset/spec-${id}.md`, text: `${text}\n` };
}

function headline({ before, after }: SpecDiff["documents"]): string {
  if (before.version === undefined || after.version === undefined || before.version === after.version) {
    return "The description of the API changed.";
  }
  return `The description of the API went from ${codeSpan(before.version)} to ${codeSpan(after.version)}.`;
}

function section(heading: string, changes: readonly JudgedChange[]): string[] {
  if (changes.length === 0) return [];
  return [`**${heading}**`, changes.map((change) => `- ${changeText(change, codeSpan)}`).join("\n")];
}

/** Prose and the like are counted: nobody wants to read in a changelog that a sentence is now another. */
function summary(changes: readonly JudgedChange[]): string[] {
  if (changes.length === 0) return [];
  const counts = Map.groupBy(changes, ({ says }) => says);
  const parts = [...counts].map(
    ([says, same]) => `${says} in ${same.length} ${same.length === 1 ? "place" : "places"}`,
  );
  return [`Besides: ${parts.join(", ")}.`];
}
