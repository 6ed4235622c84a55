import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A TypeScript example in a Markdown file. */
export interface Example {
  /** The Markdown file and the line of the example. */
  readonly place: string;
  /**
   * A unique path. The examples of one page are in one folder.
   *
   * An example whose first line is a comment with a file name, such as `// users.tsx`, has that name, so that others can import it.
   */
  readonly name: string;
  readonly code: string;
}

/** Returns the examples in the root README, the READMEs of the packages and the reference. */
export function readExamples(root: string): Example[] {
  const pages = globSync(["README.md", "packages/*/{README,REFERENCE}.md"], { cwd: root }).toSorted();
  return pages.flatMap((page) => examplesIn(page, readFileSync(join(root, page), "utf8")));
}

function examplesIn(page: string, text: string): Example[] {
  const blocks = text.matchAll(/^```(tsx?)\n(.*?)^```$/gms);
  return Array.from(blocks, ({ 1: extension, 2: code = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const folder = `${basename(dirname(page))}-${basename(page, ".md")}`.toLowerCase();
    const [, file = `${line}.${extension}`] = /^\/\/ ([\w-]+\.tsx?)\n/.exec(code) ?? [];
    return { place: `${page}:${line}`, name: `${folder}/${file}`, code };
  });
}
