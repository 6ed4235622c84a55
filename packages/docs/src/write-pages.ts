import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { exportPages, type ApiNavigation } from "./api/api-navigation.ts";
import { readPackageNames } from "./api/entry-points.ts";
import { writeApiPages } from "./api/write-api-pages.ts";
import { createLinkIndex } from "./pages/link-index.ts";
import { readPages } from "./pages/read-pages.ts";
import { linkExports, REFERENCE, referencePages } from "./pages/reference-pages.ts";
import { resolveLinks } from "./pages/resolve-links.ts";
import { createSidebar } from "./sidebar.ts";

const ROOT = join(import.meta.dirname, "../../..");
const OUTPUT = join(import.meta.dirname, "../dist");

/**
 * Writes the Markdown of all pages to `dist/pages`, and the sidebar to `dist/sidebar.json`. Pages are written by hand, split from the
 * reference, or generated from doc comments.
 */
async function writePages(): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true });
  const navigationFile = join(OUTPUT, "api-navigation.json");
  await writeApiPages(ROOT, join(OUTPUT, "pages/api"), navigationFile);
  const navigation: ApiNavigation = JSON.parse(readFileSync(navigationFile, "utf8"));
  const [own, reference] = [readPages(ROOT), referencePages(readFileSync(join(ROOT, REFERENCE), "utf8"))];
  const operations = reference.map(({ path }) => [basename(path, ".md"), path] as const);
  const exports = new Map([...exportPages(navigation), ...operations]);
  const index = new Map([
    // A link to the README of a package leads to its API pages, unless a page includes the README or its introduction.
    ...readPackageNames(ROOT).map((name) => [`packages/${name}/README.md`, `api/${name}/index.md`] as const),
    ...createLinkIndex([...own, ...reference]),
  ]);
  const { repository } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const targets = { index, root: ROOT, publicFolder: join(OUTPUT, "pages/public"), repository };
  for (const page of own) write(`pages/${page.path}`, resolveLinks(page, targets));
  for (const page of reference) write(`pages/${page.path}`, linkExports(resolveLinks(page, targets), "../", exports));
  write("sidebar.json", JSON.stringify(createSidebar([...own, ...reference], navigation), null, 2));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(OUTPUT, path)), { recursive: true });
  writeFileSync(join(OUTPUT, path), text);
}

await writePages();
