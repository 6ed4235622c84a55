import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HAND_WRITTEN, type Page, type PagePart } from "./page.ts";
import { readMarkdown } from "./read-markdown.ts";
import { sectionReader, type SectionOptions } from "./read-section.ts";

const INCLUDE = /^(include(?:-body|-intro|-if-exists)?): (\S+)((?:\s+#\S+)*)$/;

const PARTS: Readonly<Record<string, SectionOptions["part"]>> = { "include-body": "body", "include-intro": "intro" };

/** Reads the hand-written pages, with the texts that they include. */
export function readPages(root: string): Page[] {
  const paths = globSync("**/*.md", { cwd: join(root, HAND_WRITTEN) }).toSorted();
  return paths.map((path) => ({ path, parts: expandIncludes(`${HAND_WRITTEN}/${path}`, root) }));
}

/**
 * Reads a page, and replaces its include comments with parts of other files of the repository:
 *
 * - `<!-- include: packages/helpers/README.md #retry #respect-rate-limits -->` includes sections, or the whole file without anchors.
 * - `<!-- include-body: FILE #retry -->` omits the first heading.
 * - `<!-- include-intro: FILE -->` includes the text between the title of a file and its first section.
 * - `<!-- include-if-exists: FILE -->` includes the whole file, or nothing if it is missing.
 *
 * An included file that is not Markdown becomes a code block.
 *
 * @throws {Error} If a file or an anchor is missing.
 */
export function expandIncludes(file: string, root: string): PagePart[] {
  const text = readFileSync(join(root, file), "utf8");
  const parts: PagePart[] = [];
  let end = 0;
  for (const comment of readMarkdown(text).comments) {
    const [, kind, target = "", slugs = ""] = INCLUDE.exec(comment.text) ?? [];
    if (kind === undefined) continue;
    addOwnText(comment.start);
    ({ end } = comment);
    if (kind === "include-if-exists" && !existsSync(join(root, target))) continue;
    const read = readTarget(target);
    const anchors = slugs.match(/[^\s#]+/g) ?? [undefined];
    parts.push(...anchors.map((slug) => read({ slug, part: PARTS[kind] })));
  }
  addOwnText(text.length);
  return parts;

  function addOwnText(until: number): void {
    const own = text.slice(end, until).trim();
    const anchors = readMarkdown(own).headings.map(({ slug }) => slug);
    if (own !== "") parts.push({ file, text: own, anchors, startAnchors: end === 0 ? [""] : [] });
  }

  function readTarget(target: string): (options: SectionOptions) => PagePart {
    const content = readFileSync(join(root, target), "utf8");
    if (target.endsWith(".md")) return sectionReader(target, content);
    return () => ({ file: target, text: codeBlock(target, content), anchors: [], startAnchors: [] });
  }
}

function codeBlock(file: string, code: string): string {
  const language = file.slice(file.lastIndexOf(".") + 1);
  const title = file.replace(/^packages\/examples\/[^/]+\//, "");
  return `\`\`\`${language} title="${title}"\n${code.trim()}\n\`\`\``;
}
