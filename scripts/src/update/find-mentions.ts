import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Returns the hand-written files below `root` that contain any of `names`, with the names found in each. Lists tests last. */
export async function findMentions(root: string, names: readonly string[]): Promise<Map<string, string[]>> {
  const mentions = new Map<string, string[]>();
  if (names.length === 0) return mentions;
  const paths = globSync("packages/*/src/**/*.{ts,tsx}", { cwd: root, exclude: ["**/generated/**"] });
  for (const path of paths.toSorted((a, b) => Number(isTest(a)) - Number(isTest(b)) || (a < b ? -1 : 1))) {
    const words = new Set((await readFile(join(root, path), "utf8")).match(/[A-Za-z_$][\w$]*/g));
    const found = names.filter((name) => words.has(name));
    if (found.length > 0) mentions.set(path.replaceAll("\\", "/"), found);
  }
  return mentions;
}

function isTest(path: string): boolean {
  return /\.test(-d)?\.tsx?$/.test(path);
}
