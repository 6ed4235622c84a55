import type { ExportPages } from "../api/api-navigation.ts";
import type { Page, PagePart } from "./page.ts";
import { readMarkdown, replaceParts } from "./read-markdown.ts";
import { sectionReader } from "./read-section.ts";

/** The reference, which the generator writes from its model of the API document. */
export const REFERENCE = "packages/client/REFERENCE.md";

/** A label at the start of a line, such as `**Input**: none.` Text of the API document cannot contain a label, because `*` is escaped. */
const LABEL = /^\*\*([A-Z][A-Za-z ]+)\*\*(?:: *)?(.?)/gm;

/** The heading of the error responses that several operations share. */
const ERRORS = "Errors";

/** Splits the reference into a page for each operation, and one with the list of all operations and the shared errors. */
export function referencePages(reference: string): Page[] {
  const text = reference.replace(/^<!--.*?-->\s*/s, "");
  const [title, ...sections] = readMarkdown(text).headings.filter(({ level }) => level <= 2);
  if (!title) throw new Error(`${REFERENCE} has no heading`);
  const [last] = sections.slice(-1);
  const operations = last?.text === ERRORS ? sections.slice(0, -1) : sections;
  const read = sectionReader(REFERENCE, text);
  const list = {
    file: REFERENCE,
    text: text.slice(0, sections[0]?.start).trim(),
    anchors: [title.slug],
    startAnchors: [""],
  };
  const errors = operations.length === sections.length ? [] : [read({ slug: last?.slug })];
  return [
    { path: "operations/index.md", parts: [list, ...errors] },
    ...operations.map(({ slug, text: id }) => ({
      path: `operations/${id}.md`,
      parts: [withHeadings(read({ slug, level: 1 }))],
    })),
  ];
}

/** Turns labels into headings, so that the page has an outline. */
function withHeadings(section: PagePart): PagePart {
  const text = section.text.replace(LABEL, (_, label: string, first: string) =>
    [`## ${label}`, ...(first === "" ? [] : [first.toUpperCase()])].join("\n\n"),
  );
  return { ...section, text };
}

/** Links each code span that names an export, such as `UserV1` or `UserV1[]`, to the page of the export. */
export function linkExports(text: string, prefix: string, exports: ExportPages): string {
  const edits = readMarkdown(text).codeSpans.flatMap(({ code, start, end }) => {
    const path = exports.get(code.replace(/\[\]$/, ""));
    return path === undefined ? [] : [{ start, end, by: `[${text.slice(start, end)}](${prefix}${path})` }];
  });
  return replaceParts(text, edits);
}
