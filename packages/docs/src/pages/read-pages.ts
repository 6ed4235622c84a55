import { globSync } from "node:fs";
import { join } from "node:path";
import { expandIncludes } from "./expand-includes.ts";
import { HAND_WRITTEN, type Page } from "./page.ts";

/** Reads the hand-written pages, with the texts that they include. */
export function readPages(root: string): Page[] {
  const paths = globSync("**/*.md", { cwd: join(root, HAND_WRITTEN) }).toSorted();
  return paths.map((path) => ({ path, parts: expandIncludes(`${HAND_WRITTEN}/${path}`, root) }));
}
