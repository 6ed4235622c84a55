import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the built site. */
export const SITE = join(import.meta.dirname, "../../dist/site");

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, "../../../..");

/** Returns the paths of all HTML pages of the site without extension, such as `guide/bulk`. */
export function readPagePaths(): string[] {
  const paths = globSync("**/*.html", { cwd: SITE }).filter((path) => path !== "404.html");
  return paths.map((path) => path.replace(/\.html$/, "").replaceAll("\\", "/")).toSorted();
}

/** Reads a file of the site. */
export function readSite(path: string): string {
  return readFileSync(join(SITE, path), "utf8");
}
