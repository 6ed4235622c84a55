/** Formats outcomes as a Markdown table with one row for each call. A cell is `yes`, or the reason of a failure. */
export function formatTable(columns: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const outcomes = [...columns.values()];
  const calls = new Set(outcomes.flatMap((column) => Array.from(column.keys())));
  const rows = Array.from(calls, (call) => [call].concat(outcomes.map((column) => column.get(call) ?? "")));
  const titles = ["call", ...columns.keys()];
  return [titles, titles.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Returns the first table below a heading, without the padding that the formatter adds. */
export function readTable(markdown: string, heading: string): string {
  const [, section = ""] = markdown.split(`\n${heading}\n`);
  const [table = ""] = /(?:^\|.*\n)+/m.exec(section) ?? [];
  return table.trim().replace(/ +\|/g, " |").replace(/-{3,}/g, "---");
}
