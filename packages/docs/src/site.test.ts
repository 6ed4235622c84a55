import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, it } from "vitest";
import { readModel } from "../../../scripts/src/drop-unsupported/read-model.ts";
import { load } from "../../../scripts/src/load.ts";
import { readPackageNames } from "./api/entry-points.ts";
import { createLinkIndex } from "./pages/link-index.ts";
import { readMarkdown } from "./pages/read-markdown.ts";
import { readPages } from "./pages/read-pages.ts";
import { readPagePaths, readSite, ROOT, SITE } from "./test-utils/built-site.ts";

/** The README sections that the site replaces with its own pages and navigation. */
const REPOSITORY_SECTIONS = new Set(["installation", "usage", "links"]);

it("has a Markdown file for each page, and lists it in llms.txt", () => {
  const pages = readPagePaths();
  const links = new Set(Array.from(readSite("llms.txt").matchAll(/\]\(\/([^)]*)\)/g), ([, link]) => link));
  const isListed = (page: string): boolean => existsSync(join(SITE, `${page}.md`)) && links.has(`${page}.md`);
  expect(pages.length).toBeGreaterThan(50);
  expect(pages.filter((page) => page !== "index" && !isListed(page))).toEqual([]);
});

it("describes each operation of the API document", async () => {
  const { model } = readModel(await load(join(ROOT, "spec/iam-users.yaml"), "spec/iam-users.yaml"));
  const list = readSite("operations/index.html");
  for (const { id, method, path, inputs } of model.operations) {
    const page = readSite(`operations/${id}.md`);
    expect(page).toContain(`\`${method} ${path}\``);
    for (const { name } of inputs) expect(page).toContain(`\`${name}\``);
    expect(list).toContain(`/operations/${id}`);
  }
});

it("has a page for each export of the client", async () => {
  const names = Object.keys(await import("@segment-iam/client"));
  const pages = new Set(readPagePaths().flatMap((path) => /^api\/client\/[a-z-]+\/(\w+)$/.exec(path)?.[1] ?? []));
  expect(names.filter((name) => !pages.has(name))).toEqual([]);
});

it("includes each section of the packages' READMEs", () => {
  const index = createLinkIndex(readPages(ROOT));
  const missing = readPackageNames(ROOT).flatMap((name) => {
    const file = `packages/${name}/README.md`;
    const { headings } = readMarkdown(readFileSync(join(ROOT, file), "utf8"));
    const sections = headings.filter(({ level, slug }) => level === 2 && !REPOSITORY_SECTIONS.has(slug));
    return sections.map(({ slug }) => `${file}#${slug}`).filter((section) => !index.has(section));
  });
  expect(missing).toEqual([]);
});

it("shows each file that a shown file imports", () => {
  const missing = readPages(ROOT).flatMap(({ path, parts }) => {
    const files = new Map(parts.filter(({ file }) => !file.endsWith(".md")).map(({ file, text }) => [file, text]));
    const imports = Array.from(files, ([file, text]) =>
      Array.from(text.matchAll(/ from "(\.[^"]+)"/g), ([, target = ""]) => posix.join(dirname(file), target)),
    );
    return imports.flat().flatMap((file) => (files.has(file) ? [] : [`${path}: ${file}`]));
  });
  expect(missing).toEqual([]);
});

it("loads nothing from other hosts", () => {
  const sources = readPagePaths().flatMap((page) =>
    Array.from(readSite(`${page}.html`).matchAll(/<(?:script|img|link|iframe)\b[^>]*\b(?:src|href)="(https?:[^"]*)"/g)),
  );
  expect(sources.map(([, source]) => source)).toEqual([]);
});
