import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { Change } from "./changes.ts";

/** Brings the files below `root` up to date. Nothing is replaced before everything new has been written beside it. */
export async function write(root: string, changes: readonly Change[]): Promise<void> {
  const written: { from: string; to: string }[] = [];
  try {
    for (const { path, after } of changes) {
      if (after === undefined) continue;
      const to = join(root, path);
      const from = `${to}.${process.pid}.tmp`;
      await mkdir(dirname(to), { recursive: true });
      written.push({ from, to });
      await writeFile(from, after);
    }
    for (const { from, to } of written) await rename(from, to);
  } catch (error) {
    for (const { from } of written) await rm(from, { force: true });
    throw error;
  }
  for (const { path, after } of changes) {
    if (after === undefined) await rm(join(root, path));
  }
}
