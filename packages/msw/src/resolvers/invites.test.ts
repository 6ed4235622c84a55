import { createInvites, deleteInvites, getUser, listInvites } from "@segment-iam/client";
import { expect, it } from "vitest";
import type { MockWorkspaceOptions } from "../create-mock-workspace.ts";
import { setUp as setUpWorkspace } from "../test-utils/set-up.ts";

const roles = [{ id: "r1", name: "Owner" }];
const setUp = (options?: MockWorkspaceOptions) =>
  setUpWorkspace({ users: 1, invites: [{ email: "a@example.com" }], roles, ...options });

it("creates invites, responds with 201 and lists the addresses", async () => {
  const { iam } = setUp();
  const { data, response } = await createInvites.withResponse(iam, { invites: [{ email: "b@example.com" }] });
  expect(response.status).toBe(201);
  expect(data).toEqual({ emails: ["b@example.com"] });
  expect((await listInvites(iam)).invites).toEqual(["a@example.com", "b@example.com"]);
});

it("turns an accepted invite into a user with the permissions of the invite", async () => {
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

it("throws if the accepted address has no invite", () => {
  const { workspace } = setUp();
  expect(() => workspace.acceptInvite("x@example.com")).toThrow("No invite found for x@example.com");
});

it("deletes invites", async () => {
  const { iam, workspace } = setUp();
  expect(await deleteInvites(iam, { emails: ["A@example.com"] })).toEqual({ status: "SUCCESS" });
  expect(workspace.invites).toEqual([]);
});

it("deletes nothing if one address has no invite", async () => {
  const { iam, workspace } = setUp();
  const failure = { status: 404, errors: [{ type: "not-found", field: "emails.1" }] };
  await expect(deleteInvites(iam, { emails: ["a@example.com", "x@example.com"] })).rejects.toMatchObject(failure);
  expect(workspace.invites).toHaveLength(1);
});

it.each([
  ["an invite", ["a@example.com"], "invites.0.email"],
  ["an invite in another letter case", ["n@example.com", "A@Example.com"], "invites.1.email"],
  ["a user", ["ada@example.com"], "invites.0.email"],
  ["an invite in the same request", ["n@example.com", "n@example.com"], "invites.1.email"],
])("rejects an address that belongs to %s, and creates no invite", async (_, emails, field) => {
  for (const [inviteExisting, type] of [[409, "conflict"] as const, [422, "input-validation"] as const]) {
    const { iam, workspace } = setUp({ assumptions: { inviteExisting } });
    const call = createInvites(iam, { invites: emails.map((email) => ({ email })) });
    await expect(call).rejects.toMatchObject({ status: inviteExisting, errors: [{ type, field }] });
    expect(workspace.invites).toHaveLength(1);
  }
});

it("skips an invited address if inviteExisting is ignore", async () => {
  const { iam } = setUp({ assumptions: { inviteExisting: "ignore" } });
  const invites = [{ email: "a@example.com" }, { email: "n@example.com" }];
  expect(await createInvites(iam, { invites })).toEqual({ emails: ["n@example.com"] });
});

it.each([
  [422, { email: "not-an-address" }, "invites.0.email"],
  [404, { email: "n@example.com", permissions: [{ roleId: "x" }] }, "invites.0.permissions.0.roleId"],
])("responds with %i to an invalid invite", async (status, invite, field) => {
  const { iam } = setUp();
  await expect(createInvites(iam, { invites: [invite] })).rejects.toMatchObject({ status, errors: [{ field }] });
});

it("reports every invalid field, and of several statuses the highest", async () => {
  const { iam, workspace } = setUp();
  const emptyResource = [{ id: "", type: "SOURCE" as const }];
  const invites = [
    { email: "bad", permissions: [{ roleId: "x" }] },
    { email: "n@example.com", permissions: [{ roleId: "r1", resources: emptyResource }] },
    { email: "" },
    { email: "a@example.com" },
  ];
  const invalid = ["invites.0.email", "invites.1.permissions.0.resources.0.id", "invites.2.email"];
  await expect(createInvites(iam, { invites })).rejects.toMatchObject({
    status: 422,
    errors: invalid.map((field) => ({ type: "input-validation", field })),
  });
  const unknown = [{ roleId: "x" }, { roleId: "r1" }, { roleId: "y" }];
  await expect(
    createInvites(iam, { invites: [{ email: "n@example.com", permissions: unknown }] }),
  ).rejects.toMatchObject({
    status: 404,
    errors: [{ field: "invites.0.permissions.0.roleId" }, { field: "invites.0.permissions.2.roleId" }],
  });
  expect(workspace.invites).toHaveLength(1);
});

it("reports every address without an invite", async () => {
  const { iam } = setUp();
  const emails = ["x@example.com", "a@example.com", "y@example.com"];
  const failure = { status: 404, errors: [{ field: "emails.0" }, { field: "emails.2" }] };
  await expect(deleteInvites(iam, { emails })).rejects.toMatchObject(failure);
});
