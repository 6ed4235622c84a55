import { describe, expect, it } from "vitest";
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
