import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeApiPages } from "./api/write-api-pages.ts";
import { expandIncludes } from "./pages/expand-includes.ts";
import { createLinkIndex } from "./pages/link-index.ts";
import type { Page } from "./pages/page.ts";
import { REFERENCE, referencePages } from "./pages/reference-pages.ts";
import { resolveLinks } from "./pages/resolve-links.ts";
import { createSidebar, type ApiNavigation } from "./sidebar.ts";

const ROOT = join(import.meta.dirname, "../../..");
const HAND_WRITTEN = "packages/docs/pages";
const OUTPUT = join(import.meta.dirname, "../dist");

/** Where links to whole packages lead. */
const PACKAGES = ["client", "helpers", "msw", "proxy", "react", "types"];

/**
 * Writes the Markdown of all pages to `dist/pages`, and the sidebar to `dist/sidebar.json`. Pages are written by hand, split from the
 * reference, or generated from doc comments.
 */
async function writePages(): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true });
  const navigation = join(OUTPUT, "api-navigation.json");
  await writeApiPages(ROOT, join(OUTPUT, "pages/api"), navigation);
  const pages = [...handWrittenPages(), ...referencePages(readFileSync(join(ROOT, REFERENCE), "utf8"))];
  const index = new Map([
    ...PACKAGES.map((name) => [`packages/${name}/README.md`, `api/${name}/index.md`] as const),
    ["README.md", "index.md"],
    ...createLinkIndex(pages),
  ]);
  const { repository } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const page of pages) write(`pages/${page.path}`, resolveLinks(page, { index, root: ROOT, repository }));
  const apiNavigation: ApiNavigation = JSON.parse(readFileSync(navigation, "utf8"));
  write("sidebar.json", JSON.stringify(createSidebar(pages, apiNavigation), null, 2));
}

function handWrittenPages(): Page[] {
  const paths = globSync("**/*.md", { cwd: join(ROOT, HAND_WRITTEN) }).toSorted();
  return paths.map((path) => ({ path, parts: expandIncludes(`${HAND_WRITTEN}/${path}`, ROOT) }));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(OUTPUT, path)), { recursive: true });
  writeFileSync(join(OUTPUT, path), text);
}

await writePages();
