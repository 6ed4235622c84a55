import { expect, it } from "vitest";
import { setUp } from "../test-utils/set-up.ts";

it.each([
  [undefined, "application/vnd.segment.v1+json"],
  ["*/*", "application/vnd.segment.v1+json"],
  ["text/html, application/json;q=0.9", "application/json"],
  ["application/vnd.segment.v1alpha+json", "application/vnd.segment.v1alpha+json"],
])("responds with the media type of Accept: %s", async (accept, type) => {
  const { get } = setUp();
  for (const path of ["/users", "/users/x", "/nowhere"]) {
    expect((await get(path, { ...(accept && { accept }) })).response.headers.get("content-type")).toBe(type);
  }
});

it("sends the server's date, and rate-limit headers on success only", async () => {
  const { get, time } = setUp({ limits: { listUsers: { requests: 600, windowSeconds: 60 } } });
  await get("/users");
  time.nowMs += 30_000;
  const { headers } = (await get("/users")).response;
  expect(Object.fromEntries(headers)).toMatchObject({
    date: "Thu, 01 Jan 2026 12:00:30 GMT",
    "x-ratelimit-consumed": "2",
    "x-ratelimit-remaining": "598",
    "x-ratelimit-reset": "Thu, 01 Jan 2026 12:01:00 GMT",
  });
  expect((await get("/users/unknown")).response.headers.has("x-ratelimit-remaining")).toBe(false);
});
