import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsAddress, isEmailAddress, parseAddresses } from "./parse-addresses.ts";

describe("parseAddresses", () => {
  it.each([
    ["a single address", "ada@example.com", ["ada@example.com"]],
    ["names with commas", "Grace <grace@example.com>, Ada <ada@example.com>", ["grace@example.com", "ada@example.com"]],
    [
      "quoted names",
      'Grace Hopper <grace@example.com>, "Lovelace, Ada" <ada@example.com>; x@y.z',
      ["grace@example.com", "ada@example.com", "x@y.z"],
    ],
    ["surnames before a comma", "Hopper, Grace <g@x.y>; Lovelace, Ada <a@x.y>;", ["g@x.y", "a@x.y"]],
    ["surnames in a list with commas", "Hopper, Grace <g@x.y>, Lovelace, Ada <a@x.y>", ["g@x.y", "a@x.y"]],
    ["escaped quotes in a name", '"Ada \\"Countess, of\\" Lovelace" <a@x.y>, g@x.y', ["a@x.y", "g@x.y"]],
    ["lines", "a@x.y\r\nb@x.y\rc@x.y\n\n", ["a@x.y", "b@x.y", "c@x.y"]],
    ["spaces", "a@x.y b@x.y", ["a@x.y", "b@x.y"]],
    ["spreadsheet columns", "Ada\ta@x.y\nGrace Hopper\tg@x.y", ["a@x.y", "g@x.y"]],
    ["mailto links", "mailto:a@x.y, <mailto:b@x.y?subject=Hi>", ["a@x.y", "b@x.y"]],
    ["names in parentheses", "a@x.y (Ada, work), Grace (g@x.y)", ["a@x.y", "g@x.y"]],
    ["an address as a name", "'a@x.y' <a@x.y>", ["a@x.y"]],
    ["a group", "Team: a@x.y, b@x.y;", ["a@x.y", "b@x.y"]],
    ["quoted addresses", `"a@x.y", 'b@x.y'`, ["a@x.y", "b@x.y"]],
    ["a sentence's end", "a@x.y, b@x.y.", ["a@x.y", "b@x.y"]],
    ["brackets without separators", "Ada <a@x.y> b@x.y Grace <g@x.y>", ["a@x.y", "b@x.y", "g@x.y"]],
    ["a quoted name with an address", '"b@x.y" <a@x.y>', ["a@x.y"]],
    ["an unclosed bracket", "Ada <a@x.y, b@x.y", ["a@x.y", "b@x.y"]],
    ["an unclosed quote", '"Ada <a@x.y>\nb@x.y', ["a@x.y", "b@x.y"]],
    ["nothing", " ,;\n<> ", []],
  ])("reads %s", (_, text, addresses) => {
    expect(parseAddresses(text)).toEqual(addresses);
  });

  it.each([
    ["not-an-address, a@x.y", ["not-an-address", "a@x.y"]],
    ["ada.example.com, Grace <g@x.y>", ["ada.example.com", "g@x.y"]],
    ["ada.example.com g@x.y", ["ada.example.com", "g@x.y"]],
    ["Ada <ada>", ["ada"]],
    ["Ada Lovelace", ["Ada Lovelace"]],
    ["ada@; a@x.y", ["ada@", "a@x.y"]],
  ])("keeps text that is not an address in %j", (text, entries) => {
    expect(parseAddresses(text)).toEqual(entries);
  });

  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const address = fc.tuple(word, word, word).map(([local, host, domain]) => `${local}@${host}.${domain}`);
  const entry = fc
    .tuple(address, word, word, fc.constantFrom("plain", "named", "quoted", "bracketed", "mailto", "surname first"))
    .map(([email, first, last, style]) => {
      const texts: Record<string, string> = {
        plain: email,
        named: `${first} ${last} <${email}>`,
        quoted: `"${last}, ${first}" <${email}>`,
        bracketed: `<${email}>`,
        mailto: `mailto:${email}`,
        "surname first": `${last}, ${first} <${email}>`,
      };
      return { email, text: texts[style] ?? email };
    });

  it("returns each address of a list once and in order, whatever the style and separator", () => {
    fc.assert(
      fc.property(
        fc.array(entry),
        fc.constantFrom(", ", ",", "; ", ";", " ", "\n", "\r\n", ",\n"),
        (entries, separator) => {
          const text = entries.map((item) => item.text).join(separator);
          expect(parseAddresses(text)).toEqual(entries.map(({ email }) => email));
        },
      ),
    );
  });

  it("loses no plain address in any text around it", () => {
    fc.assert(
      fc.property(fc.string(), address, fc.string(), (before, email, after) => {
        expect(parseAddresses(`${before}\n${email}\n${after}`)).toContain(email);
      }),
    );
  });

  it("reads 50,000 brackets and quotes in linear time", () => {
    const startMs = performance.now();
    for (const text of ["<", '"', '"\\', "(", "a@", "<@,", ">", ">a", "?"]) parseAddresses(text.repeat(50_000));
    expect(performance.now() - startMs).toBeLessThan(4_000);
  });
});

describe("isEmailAddress", () => {
  it.each(["a@x.y", "ada+test@mail.example.com", "o'hara@example.com", "jürgen@exämple.de"])("accepts %j", (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each(["", "ada", "ada@", "@x.y", "a@b", "a@x.", "a@.y", "a@x..y", "a b@x.y", "a@x.y,b@x.y", "<a@x.y>", "a@b@x.y"])(
    "rejects %j",
    (text) => {
      expect(isEmailAddress(text)).toBe(false);
    },
  );
});

describe("endsAddress", () => {
  it.each([
    ["ada@example.com ", true],
    ["ada@example.com,", true],
    ["not-an-address;", true],
    ["Ada <a@x.y>,", true],
    ["Ada ", false],
    ['"Lovelace,', false],
    ["Ada <a@x.y,", false],
    ["ada@example.com", false],
  ])("returns for %j: %j", (text, isEnd) => {
    expect(endsAddress(text)).toBe(isEnd);
  });
});
