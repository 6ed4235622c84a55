import { expect, it } from "vitest";
import { readNames, readPositiveInteger } from "./read-options.ts";

it("reads names in the given order", () => {
  expect(readNames("--parts", "types,bundles", ["bundles", "types", "calls"])).toEqual(["types", "bundles"]);
});

it.each(["bundels", "toString", "bundles,", ""])("rejects unknown names in %j, and lists the known ones", (value) => {
  expect(() => readNames("--parts", value, ["bundles", "types"])).toThrow(
    /^Unknown name "(bundels|toString|)" in --parts; expected any of bundles, types$/,
  );
});

it.each(["0", "-1", "1.5", "many", ""])("rejects the number %j", (value) => {
  expect(readPositiveInteger("--rounds", "5")).toBe(5);
  expect(() => readPositiveInteger("--rounds", value)).toThrow(`--rounds must be a positive integer, got "${value}"`);
});
