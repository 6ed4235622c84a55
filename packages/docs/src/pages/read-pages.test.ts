import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { expandIncludes } from "./read-pages.ts";

const README =
  "# Package\n\nIntro.\n\n## Retry\n\nText.\n\n### Delay\n\n```sh\n# no heading\n```\n\n## Errors\n\nMore.\n";

/** Expands a page in a repository with a README and an example. Returns the text of each part. */
function expand(page: string): string[] {
  const root = mkdtempSync(join(tmpdir(), "docs-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = { "page.md": page, "pkg/README.md": README, "packages/examples/next/app/page.tsx": "export {};\n" };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return expandIncludes("page.md", root).map(({ text }) => text);
}

it.each([
  [
    "a section with its heading",
    "include: pkg/README.md #retry",
    ["## Retry\n\nText.\n\n### Delay\n\n```sh\n# no heading\n```"],
  ],
  [
    "sections in the given order",
    "include: pkg/README.md #errors #delay",
    ["## Errors\n\nMore.", "## Delay\n\n```sh\n# no heading\n```"],
  ],
  ["a section without its heading", "include-body: pkg/README.md #errors", ["More."]],
  [
    "a subsection of a body as a section",
    "include-body: pkg/README.md #retry",
    ["Text.\n\n## Delay\n\n```sh\n# no heading\n```"],
  ],
  ["a whole file without its title", "include-body: pkg/README.md", [README.replace("# Package", "").trim()]],
  ["the introduction of a file", "include-intro: pkg/README.md", ["Intro."]],
  [
    "code with its path in the example",
    "include: packages/examples/next/app/page.tsx",
    ['```tsx title="app/page.tsx"\nexport {};\n```'],
  ],
  ["nothing for an optional file that is missing", "include-if-exists: CHANGELOG.md", []],
])("includes %s", (_, comment, texts) => {
  expect(expand(`# Page\n\n<!-- ${comment} -->\n\nEnd.\n`)).toEqual(["# Page", ...texts, "End."]);
});

it("keeps other comments, and include comments in code blocks", () => {
  const page = "# Page\n\n<!-- note -->\n\n```md\n<!-- include: pkg/README.md -->\n```";
  expect(expand(page)).toEqual([page]);
});

it.each([
  ["a missing file", "include: pkg/CHANGELOG.md", "ENOENT"],
  [
    "a missing section",
    "include: pkg/README.md #rate-limits",
    'pkg/README.md has no heading with the anchor "rate-limits"',
  ],
])("throws on %s", (_, comment, message) => {
  expect(() => expand(`# Page\n\n<!-- ${comment} -->\n`)).toThrow(message);
});
