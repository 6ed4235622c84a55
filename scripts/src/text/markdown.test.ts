import { assert, constantFrom, property, string, array, oneof } from "fast-check";
import { describe, expect, it } from "vitest";

import { hostileText } from "../test-utils/hostile/hostile-text.ts";
import { renderMarkdown, tagsIn, textOf } from "../test-utils/render-markdown.ts";
import { codeBlock, escapeCell, codeSpan, jsonBlock, markdown, paragraphs } from "./markdown.ts";

/** Arbitrary sequences of Markdown syntax. */
const markup = array(
  constantFrom(
    ..."\\ ` `` ``` * ** _ __ [ ] ( ) < > & | ~ ~~ $ # - + = : ! . 1. 1) a b".split(" "),
    ..."[a](http://b) <b> <!-- --> &lt; https://a.b www.a.b a@b.c [^1] [x]: <script> ![a](b) \u202e".split(" "),
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "    ",
    "\r\n",
    "\u2028",
  ),
  { maxLength: 12 },
).map((parts) => parts.join(""));
const text = oneof(markup, hostileText, string({ unit: "binary" }));

const ALLOWED = ["<p>", "</p>", "<code>", "</code>"];

describe("prose", () => {
  it("renders only text and code", () => {
    assert(
      property(text, (input) => {
        for (const page of [markdown(input), paragraphs(input), `before ${markdown(input)} after`]) {
          expect(ALLOWED).toEqual(expect.arrayContaining(tagsIn(renderMarkdown(page))));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("renders the original text", () => {
    assert(
      property(text, (input) => {
        // Backticks are the only syntax that keeps its meaning.
        const withoutCode = input.replaceAll("`", "");
        expect(textOf(renderMarkdown(`x ${markdown(withoutCode)}`))).toBe(`x ${rendered(withoutCode)}`.trim());
      }),
      { numRuns: 1_000 },
    );
  });

  it("stays within its list item or table cell", () => {
    const list = tagsIn(renderMarkdown("- `a`: b\n- c"));
    const table = tagsIn(renderMarkdown("| a |\n| - |\n| `a` b |"));
    assert(
      property(text, (input) => {
        expect(withoutCode(renderMarkdown(`- ${codeSpan("a")}: ${markdown(input)}\n- c`))).toEqual(
          withoutCode(list.join("")),
        );
        const row = `| ${escapeCell(`${codeSpan(input)} ${markdown(input)}`)} |`;
        expect(withoutCode(renderMarkdown(`| a |\n| - |\n${row}`))).toEqual(withoutCode(table.join("")));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["Pass `next` on; **never** guess_it.", "Pass `next` on; \\*\\*never\\*\\* guess\\_it."],
    ["See https://a.example/b_c, or ask me@a.example.", "See `https://a.example/b_c`, or ask `me@a.example`."],
    ["# One\nline", "\\# One line"],
    ["1. One", "1\\. One"],
    ["a ` b", "a \\` b"],
    ["```![a](b)```\\``https://a.b", "`![a](b)` ```\\``https://a.b```"],
    ["a\u202eb", "a b"],
  ])("writes %j as %j", (input, output) => {
    expect(markdown(input)).toBe(output);
  });
});

describe("code", () => {
  it("renders one span with the whole text", () => {
    assert(
      property(text, (input) => {
        const html = renderMarkdown(`x ${codeSpan(input)}`);
        expect(ALLOWED).toEqual(expect.arrayContaining(tagsIn(html)));
        expect(textOf(html)).toBe(`x ${rendered(input)}`.trim());
      }),
      { numRuns: 1_000 },
    );
  });

  it("stays within its code block", () => {
    assert(
      property(text, (input) => {
        for (const page of [
          jsonBlock({ [input]: [input] }) ?? "",
          codeBlock("ts", `const a = ${JSON.stringify(input)};`),
        ]) {
          expect(tagsIn(renderMarkdown(`${page}\n\nafter`))).toEqual([
            expect.stringMatching(/^<pre>$/),
            expect.stringMatching(/^<code class="language-(json|ts)">$/),
            "</code>",
            "</pre>",
            "<p>",
            "</p>",
          ]);
        }
      }),
    );
  });
});

/** Returns the text as rendered. */
function rendered(input: string): string {
  return input
    .toWellFormed()
    .replace(/[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutCode(html: string): string[] {
  return tagsIn(html).filter((tag) => !tag.includes("code"));
}
