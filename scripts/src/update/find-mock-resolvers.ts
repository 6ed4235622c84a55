import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const RESOLVERS = "packages/msw/src/resolvers/index.ts";

/** Returns the ids of the operations that have a mock resolver, or `undefined` if there is no mock package below `root`. */
export async function findMockResolvers(root: string): Promise<Set<string> | undefined> {
  const path = join(root, RESOLVERS);
  if (!existsSync(path)) return undefined;
  const module: unknown = await import(pathToFileURL(path).href);
  const resolvers = typeof module === "object" && module ? Reflect.get(module, "resolvers") : undefined;
  if (typeof resolvers !== "object" || !resolvers) {
    throw new Error(`${RESOLVERS} must export an object named \`resolvers\``);
  }
  return new Set(Object.keys(resolvers));
}
