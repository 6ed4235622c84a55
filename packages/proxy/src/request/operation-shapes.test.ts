import { styledQuery, type OperationDescriptor } from "@segment-iam/client";
import { describe, expect, it } from "vitest";
import { setUp, setUpOperation, TOKEN } from "../test-utils/set-up.ts";

describe("an operation with headers, dotted names and an unwrapped response", () => {
  const draw = {
    id: "draw",
    method: "POST",
    path: "/users/{userId}.png",
    query: ["page.size"],
    header: ["X-Scale"],
    body: "body",
    contentType: "application/merge-patch+json",
    accept: "application/problem+json",
    unwrapped: true,
  } as const;

  it("sends its headers, query, media types and body", async () => {
    const headers = { "content-type": "application/merge-patch+json; charset=utf-8", "x-scale": "2", "x-other": "3" };
    const { send, sent } = setUpOperation(draw, () => Response.json({ drawn: true }));
    const response = await send("/api/iam/users/ada.png?page.size=3", { method: "POST", headers, body: "[1]" });
    expect([response.status, await response.json()]).toEqual([200, { drawn: true }]);
    expect(sent[0]?.url).toBe("https://api.segmentapis.com/users/ada.png?page.size=3");
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      accept: "application/problem+json",
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/merge-patch+json",
      "x-request-id": expect.any(String),
      "x-scale": "2",
    });
  });

  it("responds with 400 to a header value with invalid characters", async () => {
    const { send, sent } = setUpOperation(draw);
    const headers = { "content-type": "application/json", "x-scale": "\u00e9" };
    const response = await send("/api/iam/users/ada.png", { method: "POST", headers, body: "[1]" });
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ type: "bad-request" }] }]);
    expect(sent).toEqual([]);
  });

  it("responds with 404 if the text around its path parameter differs", async () => {
    const { send } = setUp({ allow: [draw] });
    expect((await send("/api/iam/users/ada.gif", { method: "POST" })).status).toBe(404);
  });
});

it("forwards query parameters in the style of the operation", async () => {
  const list: OperationDescriptor = {
    id: "listFiles",
    method: "GET",
    path: "/files",
    query: ["ids", "page"],
    queryStyles: { ids: { style: "form", explode: false } },
    encode: styledQuery,
  };
  const { send, sent } = setUpOperation(list, () => Response.json({ data: [] }));
  expect((await send("/api/iam/files?ids=a,b%2Cc&page.count=1")).status).toBe(200);
  expect(sent.map(({ url }) => url)).toEqual([expect.stringMatching(/\/files\?ids=a,b%2Cc&page\.count=1$/)]);
  expect((await send("/api/iam/files?ids=a&ids=b")).status).toBe(400);
});

describe("an operation with several inputs of one wire name", () => {
  const change = {
    id: "change",
    method: "POST",
    path: "/things/{id}",
    query: ["idQuery"],
    header: ["idHeader"],
    body: true,
    wireNames: { idQuery: "id", idHeader: "id", idBody: "id" },
    unwrapped: true,
  } as const;

  async function post(body: object) {
    const { send, sent, inputs } = setUpOperation(change, () => Response.json({}));
    const headers = { "content-type": "application/json", id: "header" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await send("/api/iam/things/path?id=query", init);
    return { response, sent, inputs };
  }

  it("passes inputs to authorize by input name, and sends them by wire name", async () => {
    const { sent, inputs } = await post({ id: "body", constructor: "c" });
    expect(inputs).toEqual([{ id: "path", idQuery: "query", idHeader: "header", idBody: "body", constructor: "c" }]);
    expect(sent[0]?.url).toBe("https://api.segmentapis.com/things/path?id=query");
    expect(sent[0]?.headers.get("id")).toBe("header");
    expect(await sent[0]?.json()).toEqual({ id: "body", constructor: "c" });
  });

  it.each([
    [{ idBody: "b" }, "idBody must be sent as id in the body"],
    [{ id: "a", idBody: "b" }, "idBody must be sent as id in the body"],
    [{ idQuery: "b" }, "idQuery is a parameter and must not be in the body"],
  ])("responds with 400 to the body %j", async (body, message) => {
    const { response, sent } = await post(body);
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ message }] }]);
    expect(sent).toEqual([]);
  });
});
