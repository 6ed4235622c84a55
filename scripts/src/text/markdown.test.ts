import { assert, constantFrom, property, string, array, oneof } from "fast-check";
import { describe, expect, it } from "vitest";

import { hostileText } from "../test-utils/hostile/hostile-text.ts";
import { render, tagsIn, textOf } from "../test-utils/render-markdown.ts";
import { block, cell, code, jsonBlock, markdown, paragraphs } from "./markdown.ts";

/** What means something to Markdown, in every order. */
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

describe("prose of the document", () => {
  it("shows nothing but text and code", () => {
    assert(
      property(text, (said) => {
        for (const page of [markdown(said), paragraphs(said), `before ${markdown(said)} after`]) {
          expect(ALLOWED).toEqual(expect.arrayContaining(tagsIn(render(page))));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads as it was written", () => {
    assert(
      property(text, (said) => {
        // Quotes around code are the one thing that is obeyed.
        const withoutCode = said.replaceAll("`", "");
        expect(textOf(render(`x ${markdown(withoutCode)}`))).toBe(`x ${seen(withoutCode)}`.trim());
      }),
      { numRuns: 1_000 },
    );
  });

  it("neither ends a list nor a table", () => {
    const list = tagsIn(render("- `a`: b\n- c"));
    const table = tagsIn(render("| a |\n| - |\n| `a` b |"));
    assert(
      property(text, (said) => {
        expect(withoutCode(render(`- ${code("a")}: ${markdown(said)}\n- c`))).toEqual(withoutCode(list.join("")));
        const row = `| ${cell(`${code(said)} ${markdown(said)}`)} |`;
        expect(withoutCode(render(`| a |\n| - |\n${row}`))).toEqual(withoutCode(table.join("")));
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
  ])("writes %j as %j", (said, written) => {
    expect(markdown(said)).toBe(written);
  });
});

describe("code of the document", () => {
  it("is one span, with all of the text", () => {
    assert(
      property(text, (said) => {
        const html = render(`x ${code(said)}`);
        expect(ALLOWED).toEqual(expect.arrayContaining(tagsIn(html)));
        expect(textOf(html)).toBe(`x ${seen(said)}`.trim());
      }),
      { numRuns: 1_000 },
    );
  });

  it("stays in its block", () => {
    assert(
      property(text, (said) => {
        for (const page of [jsonBlock({ [said]: [said] }) ?? "", block("ts", `const a = ${JSON.stringify(said)};`)]) {
          expect(tagsIn(render(`${page}\n\nafter`))).toEqual([
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

/** A text as a reader sees it. */
function seen(said: string): string {
  return said
    .toWellFormed()
    .replace(/[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutCode(html: string): string[] {
  return tagsIn(html).filter((tag) => !tag.includes("code"));
}
