import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyText, readBody, withoutToken } from "./body-text.ts";

describe("the text of a response", () => {
  it("is there as often as it is asked for", async () => {
    const response = Response.json({ data: 1 });
    expect([await bodyText(response), await bodyText(response)]).toEqual(['{"data":1}', '{"data":1}']);
  });

  it("is there after the body was read", async () => {
    const response = new Response("");
    await readBody(response);
    expect(await bodyText(response)).toBe("");
  });

  it("is noted with the token it was asked for with", async () => {
    const response = new Response("Bearer sgp_x is wrong");
    await readBody(response, "sgp_x");
    expect(await readBody(response)).toEqual({ text: "Bearer sgp_x is wrong", secret: "sgp_x" });
  });
});

describe("a text from the wire", () => {
  it("loses the token, however often it has it", () => {
    const bearer = fc.string({ unit: fc.constantFrom(..."ABCabc01-._~+/"), minLength: 1 });
    fc.assert(
      fc.property(bearer, fc.array(fc.string()), (token, parts) => {
        const clean = parts.map((part) => part.replaceAll(token, ""));
        fc.pre(clean.every((part) => !part.includes(token)) && !"[token]".includes(token));
        expect(withoutToken(clean.join(`<${token}>`), token)).toBe(clean.join("<[token]>"));
      }),
    );
  });

  it("stays as it is when there is no token", () => {
    expect(withoutToken("text", undefined)).toBe("text");
  });
});
