import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A code block of the documentation. */
export interface Example {
  /** The file and line of the block. */
  readonly place: string;
  /** A unique file name. */
  readonly name: string;
  readonly code: string;
}

/** Returns the TypeScript examples of the READMEs and the reference. */
export function readExamples(root: string): Example[] {
  const documents = globSync(["README.md", "packages/*/{README,REFERENCE}.md"], { cwd: root }).toSorted();
  return documents.flatMap((document) => examplesIn(document, readFileSync(join(root, document), "utf8")));
}

function examplesIn(document: string, text: string): Example[] {
  const blocks = text.matchAll(/^```(tsx?)\n(.*?)^```$/gms);
  return Array.from(blocks, ({ 1: extension, 2: code = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const name = `${basename(dirname(document))}-${basename(document, ".md")}-${line}.${extension}`.toLowerCase();
    return { place: `${document}:${line}`, name, code };
  });
}
