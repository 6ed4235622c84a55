import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigError } from "./errors/config-error.ts";
import { checkToken } from "./token.ts";

/** The characters of a bearer token (RFC 6750, 2.1). */
const alphabet = "ABCXYZabcxyz0189-._~+/";
const bearer = fc
  .tuple(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1 }), fc.constantFrom("", "=", "=="))
  .map((parts) => parts.join(""));

describe("a token", () => {
  it("may have the characters of a bearer token", () => {
    fc.assert(
      fc.property(bearer, (token) => {
        expect(checkToken(token)).toBe(token);
      }),
    );
  });

  it("is refused with any other, and not repeated", () => {
    const strange = fc
      .integer({ max: 0xffff, min: 0 })
      .map((code) => String.fromCharCode(code))
      .filter((text) => /[^\w.~+/=-]/.test(text));
    fc.assert(
      fc.property(bearer, strange, bearer, (start, character, end) => {
        const secret = `sgp_0123456789${start}${character}${end}`;
        expect(() => checkToken(secret)).toThrow(ConfigError);
        expect(() => checkToken(secret)).not.toThrow("sgp_0123456789");
      }),
    );
  });

  it.each(["", " ", "a b", "sgp_x\r\nx-admin: 1", "sgp_x\n", "Bearer x", "sgp_ü", '"sgp_x"', "=x"])(
    "%j is none",
    (token) => {
      expect(() => checkToken(token)).toThrow(ConfigError);
    },
  );
});
