import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";

import { comment, escapeComment } from "./comment.ts";

const pieces = constantFrom("*/", "*", "/", "\n", "\r", "\u2028", "@ts-ignore", "@", "//", "`", "${", " ", "\\", "x");
const hostileText = array(pieces).map((parts) => parts.join(""));

describe("comment", () => {
  it("escapes comment ends in any text", () => {
    assert(
      property(array(hostileText), hostileText, (paragraphs, tag) => {
        const output = comment(paragraphs, { default: tag });
        expect(output.indexOf("*/")).toBe(output.length - "*/\n".length);
      }),
    );
  });

  it("writes a comment that executes nothing, for any text", () => {
    assert(property(string({ unit: "binary" }), (text) => new Function(`${comment([text])}return 1;`)() === 1));
  });

  it.each([
    [[], ""],
    [[undefined, " "], ""],
    [["One."], "/** One. */\n"],
    [["One.", "Two."], "/**\n * One.\n *\n * Two.\n */\n"],
    [["One.\n\n\n\nTwo."], "/**\n * One.\n *\n * Two.\n */\n"],
  ])("writes %j as %j", (paragraphs, output) => {
    expect(comment(paragraphs)).toBe(output);
  });

  it("writes tags last", () => {
    expect(comment(["One."], { default: "1", deprecated: "" })).toBe(
      "/**\n * One.\n *\n * @default 1\n * @deprecated\n */\n",
    );
  });

  it("wraps long lines of prose, but not of tables or code", () => {
    const long = `${"word ".repeat(30)}end`;
    expect(comment([long]).split("\n")).toHaveLength(5);
    expect(comment([`| ${long} |`]).split("\n")).toHaveLength(2);
  });
});

it.each([
  ["@ts-ignore", String.raw`\@ts-ignore`],
  ["Use {@link listUsers}.", "Use {@link listUsers}."],
  ["{@link javascript:x}", String.raw`{\@link javascript:x}`],
  ["ada@example.com", "ada@example.com"],
  ["a */ b", String.raw`a *\/ b`],
])("escapes %j as %j", (text, output) => {
  expect(escapeComment(text)).toBe(output);
});
