import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, afterAll, expect, it } from "vitest";
import { createLinkIndex } from "./link-index.ts";
import type { Page, PagePart } from "./page.ts";
import { resolveLinks } from "./resolve-links.ts";

const root = mkdtempSync(join(tmpdir(), "docs-"));
const publicFolder = join(root, "public");
const files = {
  "a/README.md": "# A\n\n## Retry\n\n## Errors\n\n## Links\n",
  "b/README.md": "# B\n\n## Errors\n",
  "b/plot.svg": "<svg/>",
  "packages/docs/pages/guide/errors.md": "# Errors\n",
};

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const part = (file: string, text: string, anchors: string[], startAnchors: string[] = []): PagePart => ({
  file,
  text,
  anchors,
  startAnchors,
});

const errors: Page = {
  path: "guide/errors.md",
  parts: [
    part("packages/docs/pages/guide/errors.md", "# Errors", ["errors"], [""]),
    part("a/README.md", "## Retry", ["retry"], ["errors"]),
    part("b/README.md", "## Errors", ["errors"]),
  ],
};

/** Resolves a link in the README of a, on a page in the folder `start`. */
function resolve(url: string): string {
  const page: Page = { path: "start/a.md", parts: [part("a/README.md", `[text](${url})`, [])] };
  const targets = { index: createLinkIndex([errors, page]), root, publicFolder, repository: "https://git.example/r" };
  return resolveLinks(page, targets).slice("[text](".length, -2);
}

it.each([
  ["a section on another page", "#retry", "../guide/errors.md#retry"],
  ["a section that a page includes without heading", "#errors", "../guide/errors.md"],
  ["a repeated heading", "../b/README.md#errors", "../guide/errors.md#errors-1"],
  ["a section of a folder's README", "../b#errors", "../guide/errors.md#errors-1"],
  ["a page", "../packages/docs/pages/guide/errors.md", "../guide/errors.md"],
  ["the anchor of a section on a page", "../packages/docs/pages/guide/errors.md#retry", "../guide/errors.md#retry"],
  ["a section on no page", "#links", "https://git.example/r/blob/main/a/README.md#links"],
  ["a folder", "../b", "https://git.example/r/tree/main/b"],
  ["another host", "https://mswjs.io", "https://mswjs.io"],
])("resolves a link to %s", (_, url, resolved) => {
  expect(resolve(url)).toBe(resolved);
});

it.each([
  ["file", "../c/README.md", "a/README.md: the link ../c/README.md leads to no file"],
  ["heading", "#cancel", "a/README.md: the link #cancel leads to no heading"],
  ["heading of a page", "../packages/docs/pages/guide/errors.md#cancel", "leads to no heading"],
])("throws if a %s is missing", (_, url, message) => {
  expect(() => resolve(url)).toThrow(message);
});

it("copies images", () => {
  const page: Page = { path: "about.md", parts: [part("b/README.md", "![plot](plot.svg)", [])] };
  const text = resolveLinks(page, { index: new Map(), root, publicFolder, repository: "" });
  expect(text).toBe("![plot](/images/b/plot.svg)\n");
  expect(readFileSync(join(publicFolder, "images/b/plot.svg"), "utf8")).toBe("<svg/>");
});

it("keeps links in code", () => {
  const page: Page = { path: "a.md", parts: [part("a/README.md", "`[text](#no)`\n\n```md\n[text](#no)\n```", [])] };
  expect(resolveLinks(page, { index: new Map(), root, publicFolder, repository: "" })).toContain("`[text](#no)`");
});
