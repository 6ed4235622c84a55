import type { PagePart } from "./page.ts";
import { readMarkdown, replaceParts } from "./read-markdown.ts";

/** What to read. Without `slug`, the section is the whole file. */
export interface SectionOptions {
  /** The anchor of the section's heading. */
  readonly slug?: string | undefined;
  /**
   * `body` omits the heading of the section. `intro` is the text between this heading and the next one.
   *
   * @default "section"
   */
  readonly part?: "section" | "body" | "intro" | undefined;
  /** The level of the highest heading in the result. The default is 2, because the title of the page is its only heading of level 1. */
  readonly level?: number;
}

/**
 * Parses a Markdown file. Returns a function that reads one of its sections.
 *
 * @throws {Error} The returned function throws if the file has no heading with the anchor `slug`.
 */
export function sectionReader(file: string, markdown: string): (options: SectionOptions) => PagePart {
  const { headings } = readMarkdown(markdown);
  return ({ slug, part = "section", level = 2 }) => {
    const first = slug === undefined ? headings[0] : headings.find((heading) => heading.slug === slug);
    if (!first) throw new Error(`${file} has no heading${slug === undefined ? "" : ` with the anchor "${slug}"`}`);
    const lastLevel = part === "intro" ? Infinity : slug === undefined ? 0 : first.level;
    const next = headings.find((heading) => heading.start > first.start && heading.level <= lastLevel);
    const end = next?.start ?? markdown.length;
    const hasHeading = part === "section";
    const own = headings.filter(({ start }) => start >= first.start && start < end).slice(hasHeading ? 0 : 1);
    return {
      file,
      text: shiftHeadings(markdown.slice(hasHeading ? first.start : first.end, end).trim(), level),
      anchors: own.map((heading) => heading.slug),
      startAnchors: [...(slug === undefined ? [""] : []), ...(hasHeading ? [] : [first.slug])],
    };
  };
}

function shiftHeadings(text: string, topLevel: number): string {
  const { headings } = readMarkdown(text);
  const shift = topLevel - Math.min(...headings.map(({ level }) => level));
  if (headings.length === 0 || shift === 0) return text;
  const edits = headings.map(({ level, start }) => ({ start, end: start + level, by: "#".repeat(level + shift) }));
  return replaceParts(text, edits);
}
