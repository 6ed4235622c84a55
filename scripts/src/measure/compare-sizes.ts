import type { MeasuredSize } from "../../published/size-budgets.ts";

/** Formats the sizes before and after a change as a table in Markdown. Sizes in kB are gzipped. */
export function compareSizes(before: readonly MeasuredSize[], after: readonly MeasuredSize[]): string {
  const rows = after.map((size) => {
    const label = labelOf(size);
    const earlier = before.find((other) => labelOf(other) === label)?.bytes;
    const change = earlier === undefined ? "new" : formatChange(size.bytes - earlier);
    const budget = size.bytes > size.maxBytes ? `**${format(size.maxBytes)} exceeded**` : format(size.maxBytes);
    return `| ${label} | ${earlier === undefined ? "" : format(earlier)} | ${format(size.bytes)} | ${change} | ${budget} |`;
  });
  const changed = rows.filter((row) => !row.includes("| = |"));
  const summary =
    changed.length === 0 ? "No entry changes in size." : `${changed.length} of ${rows.length} entries change in size.`;
  const head = ["| entry | before | after | change | budget |", "| --- | --: | --: | --: | --: |"];
  return ["## Sizes", "", `${summary} Minified and gzipped, without peer dependencies.`, "", ...head, ...rows, ""].join(
    "\n",
  );
}

function labelOf({ entry, names }: MeasuredSize): string {
  return names ? `\`${entry}\`: ${names.map((name) => `\`${name}\``).join(", ")}` : `\`${entry}\``;
}

function format(bytes: number): string {
  return `${(bytes / 1_000).toFixed(2)} kB`;
}

function formatChange(bytes: number): string {
  return bytes === 0 ? "=" : `${bytes > 0 ? "+" : "−"}${Math.abs(bytes)} B`;
}
