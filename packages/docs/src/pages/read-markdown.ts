import GithubSlugger from "github-slugger";
import type { Heading, Html, Node } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";
import { CONTINUE, SKIP, visit } from "unist-util-visit";

/** A heading of a Markdown text. `start` and `end` are offsets in the text. */
interface MarkdownHeading {
  readonly level: number;
  readonly text: string;
  /** The anchor, as GitHub and the site compute it. */
  readonly slug: string;
  readonly start: number;
  readonly end: number;
}

/** The target of a link or an image. */
interface MarkdownLink {
  readonly url: string;
  readonly isImage: boolean;
  readonly start: number;
  readonly end: number;
}

/** A code span outside of headings and links. */
interface CodeSpan {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** A Markdown block that consists of one HTML comment. */
interface MarkdownComment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of a Markdown text that the site changes. Code blocks contain none of them. */
export interface MarkdownParts {
  readonly headings: readonly MarkdownHeading[];
  readonly links: readonly MarkdownLink[];
  readonly codeSpans: readonly CodeSpan[];
  readonly comments: readonly MarkdownComment[];
}

/** Finds the headings, links, code spans and comments of a Markdown text, in order. */
export function readMarkdown(text: string): MarkdownParts {
  const slugger = new GithubSlugger();
  const headings: MarkdownHeading[] = [];
  const links: MarkdownLink[] = [];
  const codeSpans: CodeSpan[] = [];
  const comments: MarkdownComment[] = [];
  const tree = fromMarkdown(text);
  visit(tree, "heading", (node: Heading) => {
    const title = toString(node);
    headings.push({ level: node.depth, text: title, slug: slugger.slug(title), ...rangeOf(node) });
  });
  visit(tree, (node) => {
    if (node.type !== "link" && node.type !== "image") return;
    const { start, end } = rangeOf(node);
    // An autolink has no square brackets and needs no change.
    const open = text.slice(start, end).lastIndexOf("](");
    if (open !== -1)
      links.push({ url: node.url, isImage: node.type === "image", start: start + open + 2, end: end - 1 });
  });
  visit(tree, (node) => {
    if (node.type === "link" || node.type === "heading") return SKIP;
    if (node.type === "inlineCode") codeSpans.push({ code: node.value, ...rangeOf(node) });
    return CONTINUE;
  });
  visit(tree, "html", (node: Html) => {
    const [, comment] = /^<!--(.*)-->$/s.exec(node.value) ?? [];
    if (comment !== undefined) comments.push({ text: comment.trim(), ...rangeOf(node) });
  });
  return { headings, links, codeSpans, comments };
}

/** Replaces parts of a text. The parts must not overlap. */
export function replaceParts(
  text: string,
  parts: readonly { readonly start: number; readonly end: number; readonly by: string }[],
): string {
  const fromTheEnd = parts.toSorted((a, b) => b.start - a.start);
  return fromTheEnd.reduce((changed, { start, end, by }) => changed.slice(0, start) + by + changed.slice(end), text);
}

function rangeOf({ position }: Node): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
