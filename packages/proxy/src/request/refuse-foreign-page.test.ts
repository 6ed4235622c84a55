import { expect, it, vi } from "vitest";
import type { Authorize } from "../authorize.ts";
import { setUp } from "../testing/set-up.ts";

const refusal = { type: "forbidden", message: "Pages of another origin may not write" };

it.each([
  ["POST", "/invites", "cross-site"],
  ["POST", "/invites", "same-site"],
  ["DELETE", "/users?userIds.0=a", "same-site"],
  ["PUT", "/users/a/permissions", "something new"],
])("refuses %s %s from a page that is %s", async (method, path, site) => {
  const authorize = vi.fn<Authorize>();
  const { send, workspace } = setUp({ authorize });
  const init = { method, headers: { "content-type": "application/json", "sec-fetch-site": site } };
  const response = await send(`/api/iam${path}`, init);
  expect([response.status, await response.json()]).toEqual([403, { errors: [refusal] }]);
  expect(authorize).not.toHaveBeenCalled();
  expect(workspace.requests).toEqual([]);
});

it.each([
  ["DELETE", "/users?userIds.0=a", "same-origin"],
  ["DELETE", "/users?userIds.0=a", "none"],
  ["GET", "/users", "cross-site"],
])("leaves %s %s from a page that is %s to authorize", async (method, path, site) => {
  const { send, workspace } = setUp();
  await send(`/api/iam${path}`, { method, headers: { "sec-fetch-site": site } });
  expect(workspace.requests).toHaveLength(1);
});
