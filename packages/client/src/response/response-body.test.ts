import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactToken } from "../token.ts";
import { readBodyText, readBody } from "./response-body.ts";

describe("the text of a response", () => {
  it("is there as often as it is asked for", async () => {
    const response = Response.json({ data: 1 });
    expect([await readBodyText(response), await readBodyText(response)]).toEqual(['{"data":1}', '{"data":1}']);
  });

  it("is there after the body was read", async () => {
    const response = new Response("");
    await readBody(response);
    expect(await readBodyText(response)).toBe("");
  });

  it("does not have the token it was asked for with", async () => {
    const response = new Response("Bearer sgp_secret is wrong");
    await readBody(response, "sgp_secret");
    expect(await readBodyText(response)).toBe("Bearer [token] is wrong");
  });
});

describe("a text from the wire", () => {
  it("loses the token, however often it has it", () => {
    const bearer = fc.string({ unit: fc.constantFrom(..."ABCabc01-._~+/"), minLength: 8 });
    fc.assert(
      fc.property(bearer, fc.array(fc.string()), (token, parts) => {
        const clean = parts.map((part) => part.replaceAll(token, ""));
        fc.pre(clean.every((part) => !part.includes(token)) && !"[token]".includes(token));
        expect(redactToken(clean.join(`<${token}>`), token)).toBe(clean.join("<[token]>"));
      }),
    );
  });

  it.each([undefined, "", "t", "7_chars"])("stays as it is when the token is no secret: %j", (token) => {
    expect(redactToken("text of 7_chars", token)).toBe("text of 7_chars");
  });

  it("stays as it is when it is no text", () => {
    expect(redactToken(12_345_678, "12345678")).toBe(12_345_678);
  });
});
