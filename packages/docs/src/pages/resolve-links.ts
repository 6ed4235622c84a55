import { existsSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { LinkIndex } from "./link-index.ts";
import type { Page } from "./page.ts";
import { readMarkdown, replaceParts } from "./read-markdown.ts";

/** Where links lead. */
export interface LinkTargets {
  readonly index: LinkIndex;
  /** The root of the repository. */
  readonly root: string;
  /** The URL of the repository. Files that are not on the site are read there. */
  readonly repository: string;
}

/**
 * Joins the parts of a page, and makes its links work on the site. A link to a file leads to the page that includes the file or the
 * section, otherwise to the repository.
 *
 * @throws {Error} If a file is missing.
 */
export function resolveLinks({ path, parts }: Page, { index, root, repository }: LinkTargets): string {
  return `${parts.map(({ file, text }) => replaceParts(text, edits(file, text))).join("\n\n")}\n`;

  function edits(file: string, text: string) {
    const links = readMarkdown(text).links.filter(({ url }) => !/^[a-z]+:/i.test(url));
    return links.map(({ url, start, end }) => ({ start, end, by: resolve(file, url) }));
  }

  function resolve(file: string, url: string): string {
    const [target = "", anchor] = url.split("#");
    const source = target === "" ? file : posix.join(dirname(file), decodeURI(target)).replace(/\/$/, "");
    const hash = anchor === undefined ? "" : `#${anchor}`;
    if (!existsSync(join(root, source))) throw new Error(`${file}: the link ${url} leads to no file`);
    const isDirectory = statSync(join(root, source)).isDirectory();
    const sources = [source, ...(isDirectory ? [`${source}/README.md`] : [])];
    const place = sources.flatMap((name) => index.get(name + hash) ?? [])[0];
    if (place !== undefined) return posix.relative(dirname(path), place) || posix.basename(path);
    return `${repository}/${isDirectory ? "tree" : "blob"}/main/${encodeURI(source)}${hash}`;
  }
}
