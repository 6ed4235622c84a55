import GithubSlugger from "github-slugger";
import type { Page } from "./page.ts";
import { readMarkdown } from "./read-markdown.ts";

/** Maps a section of a file, such as `packages/helpers/README.md#bulk`, to its place on the site, such as `guide/bulk.md#progress`. */
export type LinkIndex = ReadonlyMap<string, string>;

/**
 * Finds the page and the anchor of each section, so that links between READMEs become links between pages.
 *
 * If several pages include a section, links lead to the first one.
 */
export function createLinkIndex(pages: readonly Page[]): LinkIndex {
  const index = new Map<string, string>();
  const add = (source: string, place: string): void => void (index.has(source) || index.set(source, place));
  for (const { path, parts } of pages) {
    const slugger = new GithubSlugger();
    for (const { file, text, anchors, startAnchors } of parts) {
      for (const anchor of startAnchors) add(anchor === "" ? file : `${file}#${anchor}`, path);
      for (const [position, heading] of readMarkdown(text).headings.entries()) {
        const slug = slugger.slug(heading.text);
        add(`${file}#${anchors[position] ?? slug}`, `${path}#${slug}`);
        // A link from another page uses the anchor on the complete page, which can differ from the anchor in the included file.
        add(`${parts[0]?.file}#${slug}`, `${path}#${slug}`);
      }
    }
  }
  return index;
}
