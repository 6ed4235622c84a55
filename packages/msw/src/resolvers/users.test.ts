import { deleteUsers, getUser, listUserGroupsFromUser, listUsers } from "@segment-iam/client";
import { describe, expect, it } from "vitest";
import { setUp } from "../test-utils/set-up.ts";

describe("listUsers", () => {
  it("returns 200 users by default", async () => {
    const { iam } = setUp({ users: 201 });
    const { users, pagination } = await listUsers(iam);
    expect(users).toHaveLength(200);
    expect(pagination).toMatchObject({ current: "MA==", next: btoa("200"), previous: null, totalEntries: 201 });
  });

  it("follows cursors in both directions", async () => {
    const { iam, workspace } = setUp();
    const first = await listUsers(iam, { pagination: { count: 3 } });
    const second = await listUsers(iam, { pagination: { count: 3, cursor: first.pagination.next ?? "" } });
    const back = await listUsers(iam, { pagination: { count: 3, cursor: second.pagination.previous ?? "" } });
    expect([...first.users, ...second.users]).toEqual(workspace.users);
    expect(second.pagination.next).toBeNull();
    expect(back.users).toEqual(first.users);
  });

  it("returns users that a test assigns to the workspace", async () => {
    const { iam, workspace } = setUp();
    workspace.users = [{ id: "u1", name: "Grace Hopper", email: "grace@example.com" }];
    expect((await listUsers(iam)).users).toEqual(workspace.users);
  });
});

describe("getUser", () => {
  it("returns a user by ID", async () => {
    const { iam, workspace } = setUp();
    const userId = workspace.users[3]?.id ?? "";
    expect((await getUser(iam, { userId })).user).toEqual(workspace.users[3]);
  });

  it("responds with 404 to an unknown user", async () => {
    const { iam } = setUp();
    await expect(getUser(iam, { userId: "unknown" })).rejects.toMatchObject({
      status: 404,
      errors: [{ type: "not-found", message: "The user unknown was not found", field: "userId" }],
    });
  });
});

describe("deleteUsers", () => {
  it("deletes users and their group memberships", async () => {
    const { iam, workspace } = setUp({
      groups: [{ id: "g", name: "All", userIds: ["a", "b"] }],
      users: createUsers("a", "b", "c"),
    });
    expect(await deleteUsers(iam, { userIds: ["a", "c"] })).toEqual({ status: "SUCCESS" });
    expect(workspace.users.map(({ id }) => id)).toEqual(["b"]);
    expect(workspace.groups[0]?.userIds).toEqual(["b"]);
  });

  it("deletes no user if one is unknown", async () => {
    const { iam, workspace } = setUp({ users: createUsers("a", "b") });
    const failure = {
      status: 404,
      errors: [{ type: "not-found", message: "The user x was not found", field: "userIds.1" }],
    };
    await expect(deleteUsers(iam, { userIds: ["a", "x"] })).rejects.toMatchObject(failure);
    expect(workspace.users).toHaveLength(2);
  });

  it("reports every unknown user", async () => {
    const { iam } = setUp({ users: createUsers("a") });
    const failure = { status: 404, errors: [{ field: "userIds.0" }, { field: "userIds.2" }] };
    await expect(deleteUsers(iam, { userIds: ["x", "a", "y"] })).rejects.toMatchObject(failure);
  });

  it("skips unknown users with deleteUnknown: ignore", async () => {
    const { iam, workspace } = setUp({ users: createUsers("a", "b"), assumptions: { deleteUnknown: "ignore" } });
    await deleteUsers(iam, { userIds: ["a", "x"] });
    expect(workspace.users.map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("listUserGroupsFromUser", () => {
  const groups = ["g1", "g2", "g3"].map((id) => ({ id, name: `Group ${id}`, userIds: id === "g2" ? [] : ["a"] }));

  it("returns a page of the user's groups without their members", async () => {
    const { iam } = setUp({ users: createUsers("a"), groups });
    const { groups: page, pagination } = await listUserGroupsFromUser(iam, { userId: "a", pagination: { count: 1 } });
    expect(page).toEqual([{ id: "g1", name: "Group g1" }]);
    expect(pagination).toMatchObject({ next: "MQ==", totalEntries: 2 });
  });

  it("responds with 404 to an unknown user", async () => {
    const { iam } = setUp({ users: createUsers("a"), groups });
    await expect(listUserGroupsFromUser(iam, { userId: "b" })).rejects.toMatchObject({ status: 404 });
  });
});

function createUsers(...ids: string[]): { id: string; name: string; email: string }[] {
  return ids.map((id) => ({ id, name: id, email: `${id}@example.com` }));
}
