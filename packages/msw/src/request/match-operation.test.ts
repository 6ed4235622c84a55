import { expect, it } from "vitest";
import { send, setUp } from "../testing/set-up.ts";

it.each([
  ["GET", "/", 404],
  ["GET", "/user", 404],
  ["GET", "/users/", 422],
  ["GET", "/users/a/b", 404],
  ["PATCH", "/users", 405],
])("answers %s %s with %i", async (method, path, status) => {
  const { workspace } = setUp();
  const answer = await send(workspace, method, path);
  expect(answer.status).toBe(status);
  expect(answer.errors).toHaveLength(1);
  expect(answer.response.headers.get("allow")).toBe(status === 405 ? "GET, DELETE" : null);
});

it("decodes the path", async () => {
  const { get } = setUp({ users: [{ id: "a/b c", name: "", email: "" }] });
  expect((await get("/users/a%2Fb%20c")).status).toBe(200);
});
