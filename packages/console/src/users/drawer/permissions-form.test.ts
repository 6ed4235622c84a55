import { addPermissionsToUser, listUsers, replacePermissionsForUser } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../../test-utils/open-console.ts";
import { ada, bo, member, owner, roles, sourceAdmin } from "../../test-utils/owner-and-member.ts";

const open = useBrowser();

const users = [
  { ...ada, permissions: [owner, member] },
  { ...bo, permissions: [member, sourceAdmin] },
];
const mock = { workspaceId: "w1", roles, users };

const writes: readonly string[] = [addPermissionsToUser.id, replacePermissionsForUser.id];

function countWrites({ requests }: MockWorkspace): number {
  return requests.filter(({ operation }) => writes.includes(operation ?? "")).length;
}

async function openForm(page: Page, button: "Add" | "Edit") {
  await page.getByRole("button", { name: button, exact: true }).click();
  return page.getByRole("region", { name: `${button} permissions` });
}

async function select(form: Locator, label: string, option: string) {
  await form.getByRole("combobox", { name: label }).click();
  await form.getByRole("option", { name: option }).click();
}

it("shows what changes, asks before it revokes, and restores the permissions on Undo", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  const form = await openForm(page, "Edit");
  await form.getByRole("button", { name: "Remove permission 2" }).click();
  const changes = form.getByRole("list", { name: "Changes" });
  await expect
    .poll(() => changes.getByRole("listitem").allInnerTexts(), untilStepTimeout)
    .toEqual(["Removed\nSource Admin · Source s1", "1 unchanged"]);
  await form.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke permissions of Bo?" });
  await dialog.getByText("Source Admin").waitFor();
  expect(countWrites(workspace)).toBe(0);
  await dialog.getByRole("button", { name: "Save and revoke" }).click();
  await page.getByText("Permissions of Bo saved").waitFor();
  expect(workspace.users[1]?.permissions).toEqual([member]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), untilStepTimeout).toBe("Edit");

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Permissions of Bo restored").waitFor();
  expect(workspace.users[1]?.permissions).toEqual([member, sourceAdmin]);
});

it("demotes the last owner only after their email address is typed", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u1`);
  const form = await openForm(page, "Edit");
  await form.getByRole("button", { name: "Remove permission 1" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke permissions of Ada?" });
  await dialog.getByText("This workspace will have no owner").waitFor();
  const confirm = dialog.getByRole("button", { name: "Save and revoke" });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("textbox", { name: "Type ada@example.com to confirm" }).fill("ada@example.com");
  await confirm.click();
  await page.getByText("Permissions of Ada saved").waitFor();
  expect(workspace.users[0]?.permissions).toEqual([member]);
});

it("undoes an addition", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  const form = await openForm(page, "Add");
  await select(form, "Role", "Workspace Owner");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByText("Permissions of Bo saved").waitFor();
  expect(workspace.users[1]?.permissions).toEqual([member, sourceAdmin, owner]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Permissions of Bo restored").waitFor();
  expect(workspace.users[1]?.permissions).toEqual([member, sourceAdmin]);
});

it("reports the failure when Undo fails", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  const form = await openForm(page, "Add");
  await select(form, "Role", "Workspace Owner");
  await form.getByRole("button", { name: "Save" }).click();
  workspace.fail(replacePermissionsForUser, { status: 409 });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Could not restore the permissions of Bo").waitFor();
  expect(workspace.users[1]?.permissions).toEqual([member, sourceAdmin, owner]);
});

it.each([
  ["Add", "Nothing to save. Add a permission."],
  ["Edit", "Nothing to save. You have not changed any permission."],
] as const)("sends nothing if there is nothing to save (%s)", async (button, notice) => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  const form = await openForm(page, button);
  if (button === "Add") await form.getByRole("button", { name: "Remove permission 1" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText(notice).waitFor();
  expect(countWrites(workspace)).toBe(0);
});

it("sends nothing if the user already has the permissions", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  const form = await openForm(page, "Add");
  await select(form, "Role", "Workspace Member");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("Nothing to save. Bo already has these permissions.").waitFor();
  expect(countWrites(workspace)).toBe(0);
});

it("requires a role and the ID of a resource, which it clears when the type changes", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  await page.getByText("2 of 2 loaded").waitFor();
  const form = await openForm(page, "Add");
  const id = form.getByRole("textbox", { name: "Resource 1: ID" });
  await expect.poll(() => id.inputValue(), untilStepTimeout).toBe("w1");
  await select(form, "Resource 1: type", "Source");
  await expect.poll(() => id.inputValue(), untilStepTimeout).toBe("");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("Select a role").waitFor();
  await form.getByText("Enter the resource’s ID").waitFor();
  expect(countWrites(workspace)).toBe(0);

  await select(form, "Resource 1: type", "Workspace");
  await expect.poll(() => id.inputValue(), untilStepTimeout).toBe("w1");
});

it("never sends an empty ID while the users are loading, and fills in the workspace's ID afterwards", async () => {
  const { page, url, workspace } = await open({ mock });
  const loaded = Promise.withResolvers<void>();
  await page.route(/\/api\/iam\/users\?/, async (route) => {
    await loaded.promise;
    await route.continue();
  });
  await page.goto(`${url}/users/u2`);
  const form = await openForm(page, "Add");
  await form.getByRole("combobox", { name: "Role" }).fill("r1");
  await form.getByRole("combobox", { name: "Role" }).press("Tab");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("Enter the workspace’s ID. It is not known yet.").waitFor();
  expect(countWrites(workspace)).toBe(0);

  loaded.resolve();
  await expect
    .poll(() => form.getByRole("textbox", { name: "Resource 1: ID" }).inputValue(), untilStepTimeout)
    .toBe("w1");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByText("Permissions of Bo saved").waitFor();
  expect(workspace.users[1]?.permissions).toEqual([member, sourceAdmin, owner]);
  expect(workspace.requests.some(({ operation }) => operation === listUsers.id)).toBe(true);
});
