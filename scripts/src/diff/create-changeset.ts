import { createHash } from "node:crypto";

import type { ClassifiedChange } from "./classify-changes.ts";
import type { SpecDiff } from "./diff-specs.ts";
import { codeSpan, formatChange } from "./format-change.ts";

/** A changeset file: the bump of each package, and the text for the changelogs. */
export interface Changeset {
  /** Relative to the root of the repository. Contains a hash of the text, so that a second run overwrites the same file. */
  path: string;
  text: string;
}

/** Creates the changeset for a diff. Returns `undefined` if no package needs a release. */
export function createChangeset({ documents, changes, releases }: SpecDiff): Changeset | undefined {
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
    ...patchCounts(changes.filter(({ bump }) => bump === "patch")),
  ].join("\n\n");
  const id = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { path: `.changeset/spec-${id}.md`, text: `${text}\n` };
}

function headline({ before, after }: SpecDiff["documents"]): string {
  if (before.version === undefined || after.version === undefined || before.version === after.version) {
    return "Updated the API document.";
  }
  return `Updated the API document from ${codeSpan(before.version)} to ${codeSpan(after.version)}.`;
}

function section(heading: string, changes: readonly ClassifiedChange[]): string[] {
  if (changes.length === 0) return [];
  return [`**${heading}**`, changes.map((change) => `- ${formatChange(change, codeSpan)}`).join("\n")];
}

/** Counts patch changes by kind, because a list of changed descriptions would fill the changelog. */
function patchCounts(changes: readonly ClassifiedChange[]): string[] {
  if (changes.length === 0) return [];
  const groups = Map.groupBy(changes, ({ summary }) => summary);
  const counts = [...groups].map(
    ([summary, group]) => `${summary} in ${group.length} ${group.length === 1 ? "place" : "places"}`,
  );
  return [`Also: ${counts.join(", ")}.`];
}
