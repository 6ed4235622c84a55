import { createHash } from "node:crypto";

import type { ClassifiedChange } from "./classify-changes.ts";
import type { SpecDiff } from "./diff-specs.ts";
import { codeSpan, formatChange } from "./format-change.ts";
import type { Bump } from "./rules/rule.ts";

/** A changeset file: the bump of each package, and the text for the changelogs. */
export interface Changeset {
  /** Relative to the root of the repository. Contains a hash of the text, so that a second run overwrites the same file. */
  path: string;
  text: string;
}

/** The maximum number of names in a group of patch changes. */
const MAX_SUBJECTS = 10;

/** Creates the changeset for a diff. Returns `undefined` if no package needs a release. */
export function createChangeset({ documents, changes, releases }: SpecDiff): Changeset | undefined {
  if (releases.length === 0) return undefined;
  const frontMatter = releases.map(({ name, bump }) => `"@segment-iam/${name}": ${bump}`);
  const servers = changes.filter(({ scope }) => scope === "server");
  const withBump = (bump: Bump) => changes.filter((change) => change.scope !== "server" && change.bump === bump);
  const text = [
    ["---", ...frontMatter, "---"].join("\n"),
    headline(documents),
    ...section(
      "Servers and security",
      servers.map((change) => `${format(change)} (${change.bump})`),
    ),
    ...section("Breaking", withBump("major").map(format)),
    ...section("New", withBump("minor").map(format)),
    ...section("Other", groupPatches(withBump("patch"))),
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

function section(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${heading}**`, items.map((item) => `- ${item}`).join("\n")];
}

function format(change: ClassifiedChange): string {
  return formatChange(change, codeSpan);
}

/** Groups patch changes by kind, because a line for each changed description would fill the changelog. */
function groupPatches(changes: readonly ClassifiedChange[]): string[] {
  const groups = Map.groupBy(changes, ({ summary, note }) => (note === undefined ? summary : `${summary} (${note})`));
  return Array.from(groups, ([label, group]) => {
    const subjects = [...new Set(group.map(({ subject }) => subject))];
    const more = subjects.length - MAX_SUBJECTS;
    const shown = subjects.slice(0, MAX_SUBJECTS).map(codeSpan).join(", ");
    return `${label}: ${shown}${more > 0 ? ` and ${more} more` : ""}`;
  });
}
