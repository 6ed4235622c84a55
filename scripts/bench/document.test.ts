import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { replaceSection, toMarkdown } from "./document.ts";

describe("toMarkdown", () => {
  it("formats numbers, booleans and bars, and omits a column without values", () => {
    const rows = [
      { client: "a|b", calls: 12_345, note: "", passed: true },
      { client: "c", calls: 1.5, note: "", passed: false },
    ];
    expect(toMarkdown(rows)).toBe(
      "| client | calls | passed |\n| --- | --- | --- |\n| a\\|b | 12,345 | yes |\n| c | 1.5 | no |",
    );
  });

  it("has each column of any row", () => {
    expect(toMarkdown([{ a: 1 }, { b: 2 }])).toBe("| a | b |\n| --- | --- |\n| 1 |  |\n|  | 2 |");
  });
});

describe("replaceSection", () => {
  it("replaces only the named section", () => {
    const document = "A\n<!-- begin x -->old<!-- end x -->\n<!-- begin y -->kept<!-- end y -->\n";
    expect(replaceSection(document, "x", "new")).toBe(
      "A\n<!-- begin x -->\n\nnew\n\n<!-- end x -->\n<!-- begin y -->kept<!-- end y -->\n",
    );
  });

  it("throws when the section is missing", () => {
    expect(() => replaceSection("<!-- begin x -->", "x", "")).toThrow('no section "x"');
  });
});

it.each(["client", "react"])("README.md has the comparison of %s from BENCHMARKS.md", (name) => {
  const [readme, benchmarks] = ["README.md", "BENCHMARKS.md"].map((file) => {
    const text = readFileSync(join(REPOSITORY, file), "utf8");
    return new RegExp(`<!-- begin comparison of ${name} -->(.*)<!-- end comparison of ${name} -->`, "s").exec(
      text,
    )?.[1];
  });
  expect(readme).toContain("segment-iam");
  expect(readme).toBe(benchmarks);
});
