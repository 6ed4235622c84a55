/** The folder of the hand-written pages, relative to the root of the repository. */
export const HAND_WRITTEN = "packages/docs/pages";

/** A piece of a page, from one file. */
export interface PagePart {
  /** The file that contains the text, relative to the root of the repository. Links in the text are relative to it. */
  readonly file: string;
  readonly text: string;
  /** The anchors that the headings of the text have in the file, in order. */
  readonly anchors: readonly string[];
  /** The anchors in the file that lead to the start of the page; `""` stands for a link without an anchor. */
  readonly startAnchors: readonly string[];
}

/** A page of the site, before its links are resolved. */
export interface Page {
  /** The path of the page on the site, such as `guide/bulk.md`. */
  readonly path: string;
  readonly parts: readonly PagePart[];
}
