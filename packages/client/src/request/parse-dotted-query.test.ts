import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serializeDottedQuery } from "./serialize.ts";
import { parseDottedQuery, parseForm } from "./parse-dotted-query.ts";

function parse(query: string, names?: readonly string[]) {
  return parseDottedQuery(new URLSearchParams(query), names);
}

describe("parseDottedQuery", () => {
  it.each<[string, object]>([
    ["", {}],
    ["text=a%20b", { text: "a b" }],
    ["0=a&1=b", { 0: "a", 1: "b" }],
    ["pagination.count=3&pagination.cursor=Mw%3D%3D", { pagination: { count: "3", cursor: "Mw==" } }],
    ["emails.1=b&emails.0=a", { emails: ["a", "b"] }],
    ["filter.0.key=a&filter.1.key=b", { filter: [{ key: "a" }, { key: "b" }] }],
    ["a.b.c.d.e=1", { a: { b: { c: { d: { e: "1" } } } } }],
    ["empty=&broken=%ff%", { empty: "", broken: "\uFFFD%" }],
  ])("parses %s", (query, parameters) => {
    expect(parse(query)).toEqual({ parameters, problems: [] });
  });

  it.each([
    ["page.size=3", { "page.size": "3" }],
    ["page.size.least=3", { "page.size": { least: "3" } }],
    ["page.sizes=3", { page: { sizes: "3" } }],
  ])("keeps the dots in the name of a known parameter: %s", (query, parameters) => {
    expect(parse(query, ["page.size"])).toEqual({ parameters, problems: [] });
  });

  it.each([
    ["a=1&a=2", "a", "has more than one value", { a: "1" }],
    ["a.b=1&a.b=2", "a.b", "has more than one value", { a: { b: "1" } }],
    ["a=1&a.b=2", "a.b", "has more than one value", { a: "1" }],
    ["a.b=1&a=2", "a", "has more than one value", { a: { b: "1" } }],
    ["=1", "", "has an empty member name", {}],
    ["a.=1", "a.", "has an empty member name", {}],
    ["a..b=1", "a..b", "has an empty member name", {}],
    ["a.1=x", "a", "is not a valid list; number its items 0, 1, 2 and so on", {}],
    ["a.0=x&a.2=y", "a", "is not a valid list; number its items 0, 1, 2 and so on", {}],
    ["a.00=x", "a", "is not a valid list; number its items 0, 1, 2 and so on", {}],
    ["a.0=x&a.b=y", "a", "is not a valid list; number its items 0, 1, 2 and so on", {}],
    ["a.b.4294967295=x", "a.b", "is not a valid list; number its items 0, 1, 2 and so on", {}],
    ["a.b.c.d.e.f=1&g=2", "a.b.c.d.e.f", "has more than 5 levels", { g: "2" }],
  ])("reports and omits an invalid pair: %s", (query, name, reason, parameters) => {
    expect(parse(query)).toEqual({ parameters, problems: [{ name, reason }] });
  });

  it("stops after 10,000 pairs", () => {
    const pairs = Array.from({ length: 10_002 }, (_, index): [string, string] => [`a.${index}`, ""]);
    const { parameters, problems } = parseDottedQuery(pairs);
    expect(parameters["a"]).toHaveLength(10_000);
    expect(problems).toEqual([{ name: "a.10000", reason: "exceeds the limit of 10000 pairs" }]);
  });

  it.each(["__proto__", "constructor", "toString"])(
    "returns %s as an own property and changes no prototype",
    (name) => {
      const { parameters } = parse(`${name}.${name}=polluted`);
      expect(Object.keys(parameters)).toEqual([name]);
      expect(Object.values(parameters).map((value) => Object.entries(value))).toEqual([[[name, "polluted"]]]);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype);
    },
  );

  it("returns every value that serializeDottedQuery writes", () => {
    const member = fc.string({ minLength: 1, unit: "grapheme" }).filter((name) => !/\.|^\d+$/.test(name));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, fc.string({ unit: "grapheme" }), tie("list"), tie("object")),
      list: fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
      object: fc.dictionary(member, tie("value"), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(fc.constantFrom("filter", "page.filter"), value, (name, written) => {
        const query = serializeDottedQuery(name, written).slice(1);
        expect(parse(query, ["page.filter"])).toEqual({ parameters: { [name]: written }, problems: [] });
      }),
    );
  });
});

describe("parseForm", () => {
  it.each<[string, object]>([
    ["a=1&b=x+y", { a: "1", b: "x y" }],
    ["a=1&a=2&a=", { a: ["1", "2", ""] }],
    ["a[b][0][c]=1&a[b][1][c]=2", { a: { b: [{ c: "1" }, { c: "2" }] } }],
    ["a.b=1&a]=2&[c]=3", { "a.b": "1", "a]": "2", "[c]": "3" }],
  ])("parses %s", (text, parameters) => {
    expect(parseForm(new URLSearchParams(text))).toEqual({ parameters, problems: [] });
  });

  it.each([
    ["a[]=1", "a[]", "has an empty member name"],
    ["a=1&a[b]=2", "a[b]", "has more than one value"],
    ["a[1]=x", "a", expect.stringContaining("number")],
  ])("reports and omits an ambiguous field: %s", (text, name, reason) => {
    expect(parseForm(new URLSearchParams(text)).problems).toEqual([{ name, reason }]);
  });
});
