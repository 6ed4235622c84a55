import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactToken } from "../token.ts";
import { readBodyText, readBody } from "./response-body.ts";

describe("readBodyText", () => {
  it("returns the text any number of times", async () => {
    const response = Response.json({ data: 1 });
    expect([await readBodyText(response), await readBodyText(response)]).toEqual(['{"data":1}', '{"data":1}']);
  });

  it("returns the text after the body was read", async () => {
    const response = new Response("");
    await readBody(response);
    expect(await readBodyText(response)).toBe("");
  });

  it("redacts the token of the request", async () => {
    const response = new Response("Bearer sgp_secret is wrong");
    await readBody(response, "sgp_secret");
    expect(await readBodyText(response)).toBe("Bearer [token] is wrong");
  });

  it("redacts a token with JSON escapes", async () => {
    const response = new Response('{"echo":"sgp\\u005fsecret","sgp\\u005fsecret":1}');
    await readBody(response, "sgp_secret");
    expect(await readBodyText(response)).toBe('{"echo":"[token]","[token]":1}');
  });

  it("returns JSON with escapes but without the token unchanged", async () => {
    const text = '{"id": 9007199254740993, "name": "a\\nb"}';
    const response = new Response(text);
    await readBody(response, "sgp_secret");
    expect(await readBodyText(response)).toBe(text);
  });
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
