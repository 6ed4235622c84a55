import { expect, it } from "vitest";
import { contract } from "../generated/contract.ts";
import { send, setUp } from "../test-utils/set-up.ts";

it.each([
  [undefined, "application/vnd.segment.v1+json"],
  ["*/*", "application/vnd.segment.v1+json"],
  ["text/html, application/json;q=0.9", "application/json"],
  ["application/vnd.segment.v1alpha+json", "application/vnd.segment.v1alpha+json"],
  ["Application/JSON", "application/json"],
  ["application/json, text/plain, */*", "application/json"],
  ["application/vnd.segment.v1+json;q=0.2, application/json;q=0.4", "application/json"],
  ["application/json;q=0, */*", "application/vnd.segment.v1+json"],
  ["application/vnd.segment.v1+json;q=0, */*", "application/vnd.segment.v1beta+json"],
  ["application/vnd.segment.v1+json ; q=0 , application/*", "application/vnd.segment.v1beta+json"],
  ["application/*;q=0, application/json", "application/json"],
  ["text/html", "application/vnd.segment.v1+json"],
  ["*/*;q=0", "application/vnd.segment.v1+json"],
  ["", "application/vnd.segment.v1+json"],
])("responds with the media type of Accept: %s", async (accept, type) => {
  const { get } = setUp();
  for (const path of ["/users", "/users/x", "/nowhere"]) {
    expect((await get(path, { ...(accept !== undefined && { accept }) })).response.headers.get("content-type")).toBe(
      type,
    );
  }
});

it("sends the server's date, and rate-limit headers on success only", async () => {
  const { get, workspace } = setUp({ limits: { listUsers: { requests: 600, windowSeconds: 60 } } });
  await get("/users");
  workspace.advance(30_000);
  const { headers } = (await get("/users")).response;
  expect(Object.fromEntries(headers)).toMatchObject({
    date: "Thu, 01 Jan 2026 12:00:30 GMT",
    "x-ratelimit-consumed": "2",
    "x-ratelimit-remaining": "598",
    "x-ratelimit-reset": "Thu, 01 Jan 2026 12:01:00 GMT",
  });
  expect((await get("/users/unknown")).response.headers.has("x-ratelimit-remaining")).toBe(false);
});

const reads = Object.values(contract.operations).filter(({ method }) => method === "GET");

it.each(reads)("responds to HEAD as to GET without a body ($path)", async ({ id, path }) => {
  const { workspace } = setUp();
  const url = path.replaceAll(/\{.*?\}/g, workspace.users[0]?.id ?? "");
  const [read, head] = [await send(workspace, "GET", url), await send(workspace, "HEAD", url)];
  expect(head.status).toBe(200);
  expect(await head.response.clone().text()).toBe("");
  const counted = { "x-ratelimit-consumed": "2", "x-ratelimit-remaining": expect.any(String) };
  expect(Object.fromEntries(head.response.headers)).toEqual({
    ...Object.fromEntries(read.response.headers),
    ...counted,
  });
  expect(workspace.requests.map((request) => request.operation)).toEqual([id, id]);
});
