import { expect, it, vi } from "vitest";
import type { Authorize } from "../iam-proxy-options.ts";
import { setUp } from "../test-utils/set-up.ts";

const rejection = { type: "forbidden", message: "Writes from pages of another origin are not allowed" };

it.each([
  ["POST", "/invites", "cross-site"],
  ["POST", "/invites", "same-site"],
  ["DELETE", "/users?userIds.0=a", "same-site"],
  ["PUT", "/users/a/permissions", "something new"],
])("rejects %s %s with Sec-Fetch-Site: %s", async (method, path, site) => {
  const authorize = vi.fn<Authorize>();
  const { send, workspace } = setUp({ authorize });
  const init = { method, headers: { "content-type": "application/json", "sec-fetch-site": site } };
  const response = await send(`/api/iam${path}`, init);
  expect([response.status, await response.json()]).toEqual([403, { errors: [rejection] }]);
  expect(authorize).not.toHaveBeenCalled();
  expect(workspace.requests).toEqual([]);
});

it.each([
  ["DELETE", "/users?userIds.0=a", "same-origin"],
  ["DELETE", "/users?userIds.0=a", "none"],
  ["GET", "/users", "cross-site"],
])("allows %s %s with Sec-Fetch-Site: %s", async (method, path, site) => {
  const { send, workspace } = setUp();
  await send(`/api/iam${path}`, { method, headers: { "sec-fetch-site": site } });
  expect(workspace.requests).toHaveLength(1);
});
