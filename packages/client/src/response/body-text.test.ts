import { expect, it } from "vitest";
import { bodyText, rememberText } from "./body-text.ts";

it("gives the text of any response as often as it is asked", async () => {
  const response = Response.json({ data: 1 });
  expect([await bodyText(response), await bodyText(response)]).toEqual(['{"data":1}', '{"data":1}']);
});

it("gives the text that was noted, an empty one too", async () => {
  const response = new Response("on the wire");
  rememberText(response, "");
  expect(await bodyText(response)).toBe("");
});
