import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const BEHAVIOURS = "packages/msw/src/behaviours/index.ts";

/** The ids of the operations whose mock is written by hand; nothing if there are no mocks below `root`. */
export async function mockedOperations(root: string): Promise<Set<string> | undefined> {
  const path = join(root, BEHAVIOURS);
  if (!existsSync(path)) return undefined;
  const module: unknown = await import(pathToFileURL(path).href);
  const behaviours = typeof module === "object" && module ? Reflect.get(module, "behaviours") : undefined;
  if (typeof behaviours !== "object" || !behaviours) throw new Error(`${BEHAVIOURS} does not export \`behaviours\``);
  return new Set(Object.keys(behaviours));
}
