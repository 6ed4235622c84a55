import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { LinkIndex } from "./link-index.ts";
import { HAND_WRITTEN, type Page } from "./page.ts";
import { readMarkdown, replaceParts } from "./read-markdown.ts";

/** Where links lead. */
export interface LinkTargets {
  readonly index: LinkIndex;
  /** The root of the repository. */
  readonly root: string;
  /** The folder of the files that the site serves unchanged. Images are copied to it. */
  readonly publicFolder: string;
  /** The URL of the repository. Links to files that are not on the site lead there. */
  readonly repository: string;
}

/**
 * Joins the parts of a page, and makes its links work on the site. A link to a file leads to the page that includes the file or the
 * section, otherwise to the repository.
 *
 * @throws {Error} If a file or a heading is missing.
 */
export function resolveLinks({ path, parts }: Page, { index, root, publicFolder, repository }: LinkTargets): string {
  return `${parts.map(({ file, text }) => replaceParts(text, edits(file, text))).join("\n\n")}\n`;

  function edits(file: string, text: string) {
    const links = readMarkdown(text).links.filter(({ url }) => !/^[a-z]+:/i.test(url));
    return links.map(({ url, isImage, start, end }) => ({ start, end, by: resolve(file, url, isImage) }));
  }

  function resolve(file: string, url: string, isImage: boolean): string {
    const [target = "", anchor] = url.split("#");
    const source = target === "" ? file : posix.join(dirname(file), decodeURI(target)).replace(/\/$/, "");
    const hash = anchor === undefined ? "" : `#${anchor}`;
    if (!existsSync(join(root, source))) throw new Error(`${file}: the link ${url} leads to no file`);
    if (isImage) return copyImage(source);
    const isDirectory = statSync(join(root, source)).isDirectory();
    const sources = [source, ...(isDirectory ? [`${source}/README.md`] : [])];
    const place = sources.flatMap((name) => index.get(name + hash) ?? [])[0];
    if (place !== undefined) return posix.relative(dirname(path), place) || posix.basename(path);
    if (anchor !== undefined && !hasAnchor(source, anchor))
      throw new Error(`${file}: the link ${url} leads to no heading`);
    return `${repository}/${isDirectory ? "tree" : "blob"}/main/${encodeURI(source)}${hash}`;
  }

  function hasAnchor(source: string, anchor: string): boolean {
    const text = readFileSync(join(root, source), "utf8");
    return !source.startsWith(HAND_WRITTEN) && readMarkdown(text).headings.some(({ slug }) => slug === anchor);
  }

  function copyImage(source: string): string {
    const copy = join(publicFolder, "images", source);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(root, source), copy);
    return `/images/${source}`;
  }
}
