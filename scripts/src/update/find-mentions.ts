import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Hand-written code, and the READMEs whose examples are type-checked. */
const HAND_WRITTEN = [
  "packages/{*,examples/*}/{app,src}/**/*.{ts,tsx}",
  "scripts/{apps,bench,faults,published,soak}/**/*.{ts,tsx}",
  "README.md",
  "packages/{*,examples/*}/README.md",
];

/** Returns the hand-written files below `root` that contain any of `names`, with the names found in each. */
export async function findMentions(root: string, names: readonly string[]): Promise<Map<string, string[]>> {
  const mentions = new Map<string, string[]>();
  if (names.length === 0) return mentions;
  for (const path of globSync(HAND_WRITTEN, { cwd: root, exclude: ["**/{generated,node_modules}/**"] })) {
    const words = new Set((await readFile(join(root, path), "utf8")).match(/[A-Za-z_$][\w$]*/g));
    const found = names.filter((name) => words.has(name));
    if (found.length > 0) mentions.set(path.replaceAll("\\", "/"), found);
  }
  return mentions;
}
