import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A piece of code that people read and copy. */
export interface Example {
  /** Where it is read: the file and the line. */
  readonly place: string;
  /** A file name that no other example has. */
  readonly name: string;
  readonly code: string;
}

/** The examples in the root's README, in those of the public packages and in the reference. */
export function readExamples(root: string): Example[] {
  const pages = globSync(["README.md", "packages/*/{README,REFERENCE}.md"], { cwd: root }).toSorted();
  return pages.flatMap((page) => examplesIn(page, readFileSync(join(root, page), "utf8")));
}

function examplesIn(page: string, text: string): Example[] {
  const blocks = text.matchAll(/^```(tsx?)\n(.*?)^```$/gms);
  return Array.from(blocks, ({ 1: extension, 2: code = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const name = `${basename(dirname(page))}-${basename(page, ".md")}-${line}.${extension}`.toLowerCase();
    return { place: `${page}:${line}`, name, code };
  });
}
