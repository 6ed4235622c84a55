import { createIamClient, createInvites, deleteInvites, getUser, listInvites } from "@segment-iam/client";
import { expect, it } from "vitest";
import { createMockWorkspace, type MockWorkspaceOptions } from "../create-mock-workspace.ts";

const roles = [{ id: "r1", name: "Owner" }];

function setUp(options?: MockWorkspaceOptions) {
  const workspace = createMockWorkspace({ users: 1, invites: [{ email: "a@example.com" }], roles, ...options });
  return { workspace, iam: createIamClient({ token: "any", fetch: workspace.fetch }) };
}

it("invites people with 201, and lists their addresses", async () => {
  const { iam } = setUp();
  const { data, response } = await createInvites.withResponse(iam, { invites: [{ email: "b@example.com" }] });
  expect(response.status).toBe(201);
  expect(data).toEqual({ emails: ["b@example.com"] });
  expect((await listInvites(iam)).invites).toEqual(["a@example.com", "b@example.com"]);
});

it("makes a user with the invite's permissions once a test says that it was accepted", async () => {
  const { iam, workspace } = setUp();
  await createInvites(iam, { invites: [{ email: "b@example.com", permissions: [{ roleId: "r1" }] }] });
  const { id } = workspace.acceptInvite("B@example.com");
  const resources = [{ id: workspace.workspaceId, type: "WORKSPACE" }];
  expect((await getUser(iam, { userId: id })).user).toEqual({
    id,
    name: "b",
    email: "b@example.com",
    permissions: [{ roleId: "r1", roleName: "Owner", resources }],
  });
  expect((await listInvites(iam)).invites).toEqual(["a@example.com"]);
});

it("has no user to make of an address without an invite", () => {
  const { workspace } = setUp();
  expect(() => workspace.acceptInvite("x@example.com")).toThrow("There is no invite for x@example.com");
});

it("withdraws invites", async () => {
  const { iam, workspace } = setUp();
  expect(await deleteInvites(iam, { emails: ["A@example.com"] })).toEqual({ status: "SUCCESS" });
  expect(workspace.invites).toEqual([]);
});

it("withdraws nothing when one address has no invite", async () => {
  const { iam, workspace } = setUp();
  const failure = { status: 404, errors: [{ type: "not-found", field: "emails.1" }] };
  await expect(deleteInvites(iam, { emails: ["a@example.com", "x@example.com"] })).rejects.toMatchObject(failure);
  expect(workspace.invites).toHaveLength(1);
});

it.each([
  ["an invite", ["a@example.com"], "invites.0.email"],
  ["an invite in other letters", ["n@example.com", "A@Example.com"], "invites.1.email"],
  ["a user", ["ada@example.com"], "invites.0.email"],
  ["an invite in the same list", ["n@example.com", "n@example.com"], "invites.1.email"],
])("refuses an address that has %s, and invites nobody", async (_, emails, field) => {
  for (const [inviteExisting, type] of [[409, "conflict"] as const, [422, "input-validation"] as const]) {
    const { iam, workspace } = setUp({ assumptions: { inviteExisting } });
    const call = createInvites(iam, { invites: emails.map((email) => ({ email })) });
    await expect(call).rejects.toMatchObject({ status: inviteExisting, errors: [{ type, field }] });
    expect(workspace.invites).toHaveLength(1);
  }
});

it("passes over such an address where that is assumed", async () => {
  const { iam } = setUp({ assumptions: { inviteExisting: "ignore" } });
  const invites = [{ email: "a@example.com" }, { email: "n@example.com" }];
  expect(await createInvites(iam, { invites })).toEqual({ emails: ["n@example.com"] });
});

it.each([
  [422, { email: "nobody" }, "invites.0.email"],
  [404, { email: "n@example.com", permissions: [{ roleId: "x" }] }, "invites.0.permissions.0.roleId"],
])("answers %i to an invite it cannot send", async (status, invite, field) => {
  const { iam } = setUp();
  await expect(createInvites(iam, { invites: [invite] })).rejects.toMatchObject({ status, errors: [{ field }] });
});
