import { createIamClient, listUserGroupsFromUser, listUsers } from "@segment-iam/client";
import { createMockWorkspace } from "@segment-iam/msw/server";
import { expect, it } from "vitest";
import { estimateGroupsMs, takeSnapshot, type SnapshotProgress, type TakeSnapshotOptions } from "./take-snapshot.ts";

/** Takes a snapshot of a mock workspace. */
function setUp(users = 3) {
  const workspace = createMockWorkspace({ users, invites: 2, limits: false });
  const client = createIamClient({ token: "any", fetch: workspace.fetch });
  const progress: SnapshotProgress[] = [];
  const take = (options: Partial<TakeSnapshotOptions> = {}) =>
    takeSnapshot(client, {
      workspace: { kind: "mock" },
      apiVersion: "1.2.3",
      toolVersion: "0.0.1",
      hasGroups: false,
      signal: new AbortController().signal,
      onProgress: (step) => progress.push(step),
      now: () => new Date(0),
      ...options,
    });
  return { workspace, progress, take };
}

it("contains all users, invites and versions", async () => {
  const { workspace, progress, take } = setUp(1_500);
  const snapshot = await take();
  expect(snapshot).toMatchObject({
    takenAt: "1970-01-01T00:00:00.000Z",
    workspace: { kind: "mock", id: workspace.workspaceId },
    apiVersion: "1.2.3",
    toolVersion: "0.0.1",
    hasGroups: false,
    statedUsers: 1_500,
    counts: { users: 1_500, invites: 2, groups: 0 },
  });
  const [user] = workspace.users;
  expect(snapshot.users.find(({ id }) => id === user?.id)).toMatchObject({
    email: user?.email,
    access: [{ roleName: "Workspace Owner", resourceType: "WORKSPACE", resourceId: workspace.workspaceId }],
  });
  expect(progress).toContainEqual({ step: "users", done: 1_000, total: 1_500 });
});

it("contains the groups of each user", async () => {
  const { workspace, progress, take } = setUp(40);
  const { users } = await take({ hasGroups: true });
  const memberships = users.flatMap(({ id, groups = [] }) => groups.map((group) => `${id} ${group.name}`));
  const expected = workspace.groups.flatMap(({ name, userIds }) => userIds.map((id) => `${id} ${name}`));
  expect(memberships.toSorted()).toEqual(expected.toSorted());
  expect(progress.at(-1)).toEqual({ step: "groups", done: 40, total: 40 });
});

it("continues if a user is removed while groups are loaded", async () => {
  const { workspace, take } = setUp(3);
  workspace.fail(listUserGroupsFromUser, { status: 404 });
  const { users } = await take({ hasGroups: true });
  expect(users).toHaveLength(3);
});

it.each([
  ["users", listUsers],
  ["groups", listUserGroupsFromUser],
])("rejects if %s cannot be loaded", async (_, operation) => {
  const { workspace, take } = setUp(3);
  workspace.fail(operation, { status: 401 });
  await expect(take({ hasGroups: true })).rejects.toMatchObject({ cause: { status: 401 } });
});

it("sends no more requests after it is cancelled", async () => {
  const { workspace, take } = setUp(40);
  const abortController = new AbortController();
  const onProgress = ({ step, done }: SnapshotProgress) => {
    if (step === "groups" && done === 5) abortController.abort(new Error("cancelled"));
  };
  await expect(take({ hasGroups: true, signal: abortController.signal, onProgress })).rejects.toThrow("cancelled");
  expect(workspace.requests.filter(({ operation }) => operation === listUserGroupsFromUser.id).length).toBeLessThan(20);
});

it("estimates the time for groups from the rate limit", () => {
  expect(estimateGroupsMs(300, 600)).toBe(30_000);
  expect(estimateGroupsMs(600, 600)).toBe(2 * estimateGroupsMs(300, 600));
});
