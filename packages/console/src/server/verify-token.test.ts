import { createMockWorkspace } from "@segment-iam/msw/server";
import { expect, it } from "vitest";
import { verifyToken } from "./verify-token.ts";

const token = "sgp_secret";

it("returns the ID of the workspace after one request", async () => {
  const { fetch, requests, users } = createMockWorkspace({ users: 3, token });
  const resources = users.flatMap(({ permissions = [] }) => permissions.flatMap(({ resources }) => resources));
  const id = resources.find(({ type }) => type === "WORKSPACE")?.id;
  expect(id).toBeDefined();
  expect(await verifyToken({ token, fetch })).toEqual({ workspaceId: id });
  expect(requests).toHaveLength(1);
});

it("returns no ID if no user has a permission on the workspace", async () => {
  const { fetch } = createMockWorkspace({ users: [{ id: "1", name: "Ada", email: "ada@example.com" }], token });
  expect(await verifyToken({ token, fetch })).toEqual({ workspaceId: undefined });
});

it.each([401, 403])("throws if the API rejects the token with %d", async (status) => {
  const { fetch, fail } = createMockWorkspace({ users: 1 });
  fail("listUsers", { status });
  await expect(verifyToken({ token, region: "eu", fetch })).rejects.toThrow(
    `SEGMENT_TOKEN was rejected (${status}) by region eu. Check the token, its permissions and SEGMENT_REGION.`,
  );
});

it.each([
  ["the network is down", "network-error" as const, "Segment cannot be reached from this machine"],
  ["Segment is unavailable", 503, "Segment responded with status 503"],
  ["the rate limit is reached", 429, "Segment responded with status 429"],
])("returns a warning if %s", async (_, status, warning) => {
  const { fetch, fail, requests } = createMockWorkspace({ users: 1 });
  fail("listUsers", { status });
  const result = await verifyToken({ token, fetch });
  expect(result).toEqual({ warning: expect.stringContaining(warning) });
  expect(result.warning).not.toContain(token);
  expect(requests).toHaveLength(1);
});
