import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigError } from "./errors/request-errors.ts";
import { checkToken, redactToken } from "./token.ts";

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

describe("redactToken", () => {
  it("replaces every occurrence of the token", () => {
    const bearer = fc.string({ unit: fc.constantFrom(..."ABCabc01-._~+/"), minLength: 8 });
    fc.assert(
      fc.property(bearer, fc.array(fc.string()), (token, parts) => {
        const clean = parts.map((part) => part.replaceAll(token, ""));
        fc.pre(clean.every((part) => !part.includes(token)) && !"[token]".includes(token));
        expect(redactToken(clean.join(`<${token}>`), token)).toBe(clean.join("<[token]>"));
      }),
    );
  });

  it.each(["a%2Fb%2Bc.d~e%3D", "a%2fb%2bc.d~e%3d"])("replaces the URL-encoded token %s", (encoded) => {
    expect(redactToken(`/?token=${encoded}&a=b`, "a/b+c.d~e=")).toBe("/?token=[token]&a=b");
  });

  it.each([undefined, "", "t", "7_chars"])(
    "returns the text unchanged for a token that is not a secret: %j",
    (token) => {
      expect(redactToken("text of 7_chars", token)).toBe("text of 7_chars");
    },
  );

  it("returns a non-string value unchanged", () => {
    expect(redactToken(12_345_678, "12345678")).toBe(12_345_678);
  });
});
