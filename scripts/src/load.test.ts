import { describe, expect, it } from "vitest";

import { load, parse } from "./load.ts";

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const bomb = ["a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", ..."bcde".split("").map(tenOfThePreviousLetter)].join("\n");

function tenOfThePreviousLetter(letter: string): string {
  const previous = String.fromCharCode(letter.charCodeAt(0) - 1);
  return `${letter}: &${letter} [${`*${previous}, `.repeat(10)}]`;
}

describe("load", () => {
  it.each([
    ["an unclosed array", "a: [1", /^f\.yaml:1:6: Flow sequence .+\. Correct the YAML or JSON\.$/],
    ["a duplicate key", "a: 1\na: 2", /^f\.yaml:2:1: Map keys must be unique/],
    ["an unclosed object in JSON", '{\n"a": 1', /^f\.yaml:2:\d+: /],
    ["a custom tag", "a: !!js/function 'x'", /^f\.yaml:1:4: Unresolved tag/],
    ["an alias without an anchor", "a: *b", /^f\.yaml:1:1: Unresolved alias/],
    ["exponential alias expansion", bomb, /^f\.yaml:1:1: Excessive alias count/],
    ["an alias to its own parent", "a: &a { b: *a }", /^f\.yaml:1:\d+: The document is nested deeper than 200 levels/],
    ["deep nesting", `a: ${nested(300)}`, /^f\.yaml:1:203: The document is nested deeper than 200 levels/],
    ["nesting that exhausts the stack", nested(100_000), /^f\.yaml:1:\d+: The document is nested too deeply/],
    ["an array", "[1]", /^f\.yaml:1:1: The document is not an object/],
    ["an empty document", "", /^f\.yaml:1:1: The document is not an object/],
    ["an infinite number", "a:\n  b: .inf", /^f\.yaml:2:3: Infinity is not a valid JSON number/],
    ["a member named __proto__", '{\n"a": { "__proto__": 1 } }', /^f\.yaml:2:8: `__proto__` is not allowed as a name/],
  ])("rejects %s", (_, text, message) => {
    expect(() => parse(text, "f.yaml")).toThrow(message);
  });

  it("reads the same value from JSON and YAML", () => {
    const yaml = parse("a: { b: [1, x, null] }", "f.yaml").document;
    expect(parse('{ "a": { "b": [1, "x", null] } }', "f.json").document).toEqual(yaml);
  });

  it.each([
    [["a", "b", 1], "2:13"],
    [["a", "b", 7], "2:3"],
    [["a", "nothing", "here"], "1:1"],
    [["alias", 0], "2:10"],
    [[], "1:1"],
  ])("locates %j at %s", (path, position) => {
    const { line, column } = parse("a:\n  b: &b [1, 2]\nalias: *b\n", "f.yaml").errorAt(path, "", "");
    expect(`${line}:${column}`).toBe(position);
  });

  it("names the file if it does not exist", async () => {
    await expect(load("/nowhere/spec.yaml", "spec.yaml")).rejects.toThrow(/^spec\.yaml:1:1: .+ENOENT/);
  });
});
