import { codeSpan, formatChange } from "../diff/format-change.ts";
import { escapeCell, joinParts, markdown } from "../text/markdown.ts";
import { SPEC_PATH, type SpecUpdate } from "./update-spec.ts";

/** The maximum number of rows in the table of changes. GitHub limits a body to 65,536 characters. */
const MAX_CHANGES = 100;

/**
 * Formats an update as the body of a pull request, in Markdown.
 *
 * Contains a summary, the bump of each package, the changes, a task for each line of the review, and the changeset.
 */
export function formatPullRequest({ diff, review, changeset, paths }: SpecUpdate): string {
  const { documents, changes, releases } = diff;
  const { before, after } = documents;
  const versions =
    before.version && after.version ? ` from ${codeSpan(before.version)} to ${codeSpan(after.version)}` : "";
  const breaking = changes.filter(({ bump }) => bump === "major").length;
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return joinParts([
    `Updates \`${SPEC_PATH}\`${versions} and the generated code: ${count}, ${breaking} breaking. ${paths.length} files change.`,
    `Source: ${markdown(after.file)}`,
    "## Packages",
    releases.length > 0
      ? table(
          ["Package", "Bump", "Reason"],
          releases.map(({ name, bump, reasons: [first] }) => [
            `\`@segment-iam/${name}\``,
            bump,
            first ? markdown(formatChange(first, codeSpan)) : "",
          ]),
        )
      : "No package changes.",
    ...(changes.length > 0 ? ["## Changes", changesTable(diff)] : []),
    "## Review",
    review.length > 0 ? review.map((item) => `- [ ] ${markdown(item)}`).join("\n") : "Nothing to review.",
    "## Changeset",
    ...(changeset ? [`\`${changeset.path}\`:`, fencedBlock(changeset.text)] : ["No changeset is needed."]),
  ]);
}

function changesTable({ changes }: SpecUpdate["diff"]): string {
  const rows = changes
    .slice(0, MAX_CHANGES)
    .map((change) => [change.bump, change.packages.join(", "), markdown(formatChange(change, codeSpan))]);
  const more = changes.length - MAX_CHANGES;
  return joinParts([table(["Bump", "Packages", "Change"], rows), more > 0 ? `And ${more} more.` : ""]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(escapeCell))];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Formats text as a code block. Its fence is longer than any run of backticks in the text (CommonMark 0.31, 4.5). */
function fencedBlock(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}md\n${text}${fence}`;
}
