import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const RESOLVERS = "packages/msw/src/resolvers/index.ts";

/** The ids of the operations that have a mock resolver; `undefined` if there is no mock below `root`. */
export async function findMockResolvers(root: string): Promise<Set<string> | undefined> {
  const path = join(root, RESOLVERS);
  if (!existsSync(path)) return undefined;
  const module: unknown = await import(pathToFileURL(path).href);
  const resolvers = typeof module === "object" && module ? Reflect.get(module, "resolvers") : undefined;
  if (typeof resolvers !== "object" || !resolvers) throw new Error(`${RESOLVERS} does not export \`resolvers\``);
  return new Set(Object.keys(resolvers));
}
