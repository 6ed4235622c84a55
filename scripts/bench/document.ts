import type { Row, Table } from "./tables.ts";

/** Formats rows as a Markdown table. A column without a value in any row is omitted. */
export function toMarkdown(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(Object.keys))].filter((column) =>
    rows.some((row) => cell(row[column]) !== ""),
  );
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(columns.map((column) => cell(row[column])))),
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function cell(value: Row[string] | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "number" ? value.toLocaleString("en") : (value ?? "");
  return text.replaceAll("|", "\\|");
}

/** Formats the tables of one benchmark. */
export function formatTables(tables: readonly Table[]): string {
  return tables.map(({ title, rows }) => `### ${title}\n\n${toMarkdown(rows)}`).join("\n\n");
}

/**
 * Replaces the text between `<!-- begin NAME -->` and `<!-- end NAME -->`.
 *
 * @throws {Error} if one of the comments is missing
 */
export function replaceSection(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The document has no section "${name}"`);
  return `${document.slice(0, from + begin.length)}\n\n${content}\n\n${document.slice(to)}`;
}
