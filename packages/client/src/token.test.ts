import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigError } from "./errors/request-errors.ts";
import { checkToken } from "./token.ts";

/** The characters of a bearer token (RFC 6750, 2.1). */
const alphabet = "ABCXYZabcxyz0189-._~+/";
const bearer = fc
  .tuple(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1 }), fc.constantFrom("", "=", "=="))
  .map((parts) => parts.join(""));

describe("checkToken", () => {
  it("accepts the characters of a bearer token", () => {
    fc.assert(
      fc.property(bearer, (token) => {
        expect(checkToken(token)).toBe(token);
      }),
    );
  });

  it("rejects any other character, without the token in the message", () => {
    const invalidCharacter = fc
      .integer({ max: 0xffff, min: 0 })
      .map((code) => String.fromCharCode(code))
      .filter((text) => /[^\w.~+/=-]/.test(text));
    fc.assert(
      fc.property(bearer, invalidCharacter, bearer, (start, character, end) => {
        const secret = `sgp_0123456789${start}${character}${end}`;
        expect(() => checkToken(secret)).toThrow(ConfigError);
        expect(() => checkToken(secret)).not.toThrow("sgp_0123456789");
      }),
    );
  });

  it.each(["", " ", "a b", "sgp_x\r\nx-admin: 1", "sgp_x\n", "Bearer x", "sgp_ü", '"sgp_x"', "=x"])(
    "rejects %j",
    (token) => {
      expect(() => checkToken(token)).toThrow(ConfigError);
    },
  );
});
