import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A TypeScript example in a Markdown file. */
export interface Example {
  /** The Markdown file and the line of the example. */
  readonly place: string;
  /**
   * A unique path. The examples of one document are in one folder.
   *
   * If the first line is a comment with a path, such as `// src/user-details.tsx`, the example has that path below the folder. Other
   * examples of the document can then import it.
   */
  readonly name: string;
  readonly code: string;
}

/** Returns the TypeScript examples of the READMEs, of the reference and of the documentation. */
export function readExamples(root: string): Example[] {
  const patterns = ["README.md", "packages/*/{README,REFERENCE}.md", "packages/docs/pages/**/*.md"];
  const documents = globSync(patterns, { cwd: root }).toSorted();
  return documents.flatMap((document) => examplesIn(document, readFileSync(join(root, document), "utf8")));
}

function examplesIn(document: string, text: string): Example[] {
  const blocks = text.matchAll(/^```(tsx?)\n(.*?)^```$/gms);
  return Array.from(blocks, ({ 1: extension, 2: code = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const folder = `${basename(dirname(document))}-${basename(document, ".md")}`.toLowerCase();
    const [, file = `${line}.${extension}`] = /^\/\/ ([\w./-]+\.tsx?)\n/.exec(code) ?? [];
    return { place: `${document}:${line}`, name: `${folder}/${file}`, code };
  });
}

/**
 * Returns the files of a recipe by their paths. A file is the code block below a heading with the path, such as "### `src/router.tsx`".
 */
export function readRecipe(markdown: string): Map<string, string> {
  const files = markdown.matchAll(/^#+ `([^`]+)`\n(?:(?!#|```)[^\n]*\n)*```\w+\n(.*?)^```$/gms);
  return new Map(Array.from(files, ([, path = "", text = ""]) => [path, text]));
}
