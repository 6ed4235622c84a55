import { assert, property, string } from "fast-check";
import { expect, it } from "vitest";

import { quote } from "./quote.ts";

const anyText = string({ unit: "binary" });

it("writes a literal that evaluates to the text", () => {
  assert(property(anyText, (text) => new Function(`return ${quote(text)};`)() === text));
});

it.each(["*/", "</script>", "</SCRIPT", "\u2028", "\u2029", "\n", "\r"])("keeps %j out of the code", (dangerous) => {
  assert(property(anyText, anyText, (before, after) => !quote(before + dangerous + after).includes(dangerous)));
});

it("leaves plain text readable", () => {
  expect(quote("/users/{userId}")).toBe('"/users/{userId}"');
});
