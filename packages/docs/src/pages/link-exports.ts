import type { ExportPages } from "../api/api-navigation.ts";
import { readMarkdown, replaceParts } from "./read-markdown.ts";

/** Links each code span that names an export, such as `UserV1` or `UserV1[]`, to the page of the export. */
export function linkExports(text: string, prefix: string, exports: ExportPages): string {
  const edits = readMarkdown(text).codeSpans.flatMap(({ code, start, end }) => {
    const path = exports.get(code.replace(/\[\]$/, ""));
    return path === undefined ? [] : [{ start, end, by: `[${text.slice(start, end)}](${prefix}${path})` }];
  });
  return replaceParts(text, edits);
}
