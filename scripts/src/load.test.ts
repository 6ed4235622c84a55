import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { load, parse } from "./load.ts";
import { temporaryTree } from "./test-utils/temporary-tree.ts";

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
    [
      "a duplicate key in JSON",
      '{ "a: \\"b\\":": { "c" :\n1, "d": ["c"],\n"c": 2 } }',
      /^f\.yaml:3:1: Map keys must be unique/,
    ],
    ["an unclosed object in JSON", '{\n"a": 1', /^f\.yaml:2:\d+: /],
    ["a custom tag", "a: !!js/function 'x'", /^f\.yaml:1:4: Unresolved tag/],
    ["an alias without an anchor", "a: *b", /^f\.yaml:1:1: Unresolved alias/],
    ["exponential alias expansion", bomb, /^f\.yaml:1:1: Excessive alias count/],
    ["an alias to its own parent", "a: &a { b: *a }", /^f\.yaml:1:\d+: The document is nested deeper than 200 levels/],
    ["deep nesting", `a: ${nested(300)}`, /^f\.yaml:1:203: The document is nested deeper than 200 levels/],
    ["nesting that exhausts the stack", nested(100_000), /^f\.yaml:1:\d+: The document is nested too deeply/],
    ["an array", "[1]", /^f\.yaml:1:1: The document is not an object/],
    ["an empty document", "", /^f\.yaml:1:1: The document is not an object/],
    ["a merge key without an object", "a: { <<: 1 }", /^f\.yaml:1:1: Merge sources must be maps/],
    ["a merge of __proto__", "a: &a { __proto__: 1 }\nb: { <<: *a }", /^f\.yaml:1:9: `__proto__` is not allowed/],
    [
      "an unsafe integer in an enum",
      "a:\n  enum: [9007199254740993]",
      /^f\.yaml:2:10: JavaScript cannot represent this/,
    ],
    [
      "an unsafe integer as a constant",
      '{\n"const": 9007199254740993 }',
      /^f\.yaml:2:1: JavaScript cannot represent this/,
    ],
    ["an infinite number", "a:\n  b: .inf", /^f\.yaml:2:3: Infinity is not a valid JSON number/],
    ["a member named __proto__", '{\n"a": { "__proto__": 1 } }', /^f\.yaml:2:8: `__proto__` is not allowed as a name/],
  ])("rejects %s", (_, text, message) => {
    expect(() => parse(text, "f.yaml")).toThrow(message);
  });

  it("reads the same value from JSON and YAML", () => {
    const yaml = parse("a: { b: [1, x, null] }", "f.yaml").document;
    expect(parse('{ "a": { "b": [1, "x", null] } }', "f.json").document).toEqual(yaml);
  });

  it("reads large integers that are limits", () => {
    expect(parse("maximum: 9223372036854775807", "f.yaml").document).toEqual({ maximum: 2 ** 63 });
  });

  it.each([
    ["{ <<: *x, n: 9 }", { n: 9, m: 2 }],
    ["{ n: 9, <<: *x }", { n: 9, m: 2 }],
    ["{ <<: [*x, *y] }", { n: 1, m: 2, k: 3 }],
    ["{ <<: { n: 5 } }", { n: 5 }],
    ["{ '<<': 1 }", { "<<": 1 }],
  ])("merges the objects of the merge key in %s", (text, merged) => {
    expect(parse(`x: &x { n: 1, m: 2 }\ny: &y { m: 3, k: 3 }\nz: ${text}`, "f.yaml").document["z"]).toEqual(merged);
  });

  it.each([
    [["z", "n"], "3:6"],
    [["z", "m"], "1:15"],
    [["z", "k", 1], "2:16"],
  ])("locates the merged member %j at %s", (path, position) => {
    const text = "x: &x { n: 1, m: 2 }\ny: &y { k: [3, 4] }\nz: { n: 9, <<: [*x, *y] }";
    const { line, column } = parse(text, "f.yaml").errorAt(path, "", "");
    expect(`${line}:${column}`).toBe(position);
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

  it.each([
    [["a", "b", 1], "2:16"],
    [["a", "b", "1"], "2:16"],
    [["a", "nothing"], "2:1"],
    [[], "1:1"],
  ])("locates %j at %s in JSON", (path, position) => {
    const { line, column } = parse('{\n"a": {"b": [1, 2]}}', "f.json").errorAt(path, "", "");
    expect(`${line}:${column}`).toBe(position);
  });

  it("names the file if it does not exist", async () => {
    await expect(load("/nowhere/spec.yaml", "spec.yaml")).rejects.toThrow(/^spec\.yaml:1:1: .+ENOENT/);
  });

  it.each([
    ["Latin-1", Buffer.from("a: 1\nb: caf\u00e9", "latin1"), /^s\.yaml:2:7: The document is not encoded in UTF-8/],
    ["UTF-16", Buffer.from("\uFEFFa: 1", "utf16le"), /^s\.yaml:1:1: The document is not encoded in UTF-8/],
  ])("rejects %s", async (_, bytes, message) => {
    using tree = temporaryTree({ "s.yaml": bytes });
    await expect(load(join(tree.root, "s.yaml"), "s.yaml")).rejects.toThrow(message);
  });

  it("reads UTF-8 with a byte order mark", async () => {
    using tree = temporaryTree({ "s.yaml": "\uFEFFa: caf\u00e9" });
    expect((await load(join(tree.root, "s.yaml"), "s.yaml")).document).toEqual({ a: "caf\u00e9" });
  });
});
