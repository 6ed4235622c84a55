import { deleteUsers, listUsers, replacePermissionsForUser, type UserV1 } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "../test-utils/open-console.ts";
import { ada, bo, member, owner, roles } from "../test-utils/owner-and-member.ts";

const open = useBrowser();

const options = { workspaceId: "w1", roles, invites: 0 };

/** Creates users with the role of a member, or other permissions. */
function createMembers(count: number, permissions: UserV1["permissions"] & object = [member]): UserV1[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    name: `Member ${index}`,
    email: `m${index}@example.com`,
    permissions,
  }));
}

async function select(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole("checkbox", { name: `Select ${name}`, exact: true }).click();
}

/** Fills in the form that replaces the permissions of selected users by the role of a member. Opens the confirmation. */
async function replaceByMember(page: Page) {
  await page.getByRole("button", { name: "Change permissions" }).click();
  const form = page.getByRole("dialog", { name: /^Change permissions of/ });
  await form.getByRole("radio", { name: "Replace all permissions" }).check();
  await form.getByRole("combobox", { name: "Role" }).fill(member.roleName);
  await form.getByRole("combobox", { name: "Role" }).press("Tab");
  await form.getByRole("button", { name: /^Change \d+ users?$/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Replace permissions of/ });
  await dialog.waitFor();
  return { dialog, confirm: dialog.getByRole("button", { name: "Replace permissions" }) };
}

/** Opens the confirmation that removes the selected users. */
async function remove(page: Page) {
  await page.getByRole("button", { name: "Remove users", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Remove/ });
  await dialog.waitFor();
  return { dialog, confirm: dialog.getByRole("button", { name: "Remove users", exact: true }) };
}

function countRequests({ requests }: MockWorkspace, { id }: { readonly id: string }): number {
  return requests.filter(({ operation }) => operation === id).length;
}

it("demotes the last owner in a change of several users only after typing", async () => {
  const admin = { ...ada, id: "u3", name: "Cy", email: "cy@example.com" };
  const { page, url, workspace } = await open({ mock: { ...options, users: [ada, bo, admin] } });
  await page.goto(url);
  await select(page, "Ada", "Cy");
  const { dialog, confirm } = await replaceByMember(page);
  await dialog.getByText("This workspace will have no owner").waitFor();
  await dialog.getByText("This removes the owner role from Ada and Cy.").waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("textbox", { name: "Type 2 to confirm" }).fill("2");
  expect(countRequests(workspace, replacePermissionsForUser)).toBe(0);
  await confirm.click();
  await page.getByText("2 users changed").first().waitFor();
  expect(workspace.users.map(({ permissions }) => permissions)).toEqual([[member], [member], [member]]);
});

it.each([
  ["removal", remove],
  ["change", replaceByMember],
])("looks for another owner among users that are not loaded (%s)", async (_, openConfirmation) => {
  const users = [ada, ...createMembers(300), { ...bo, permissions: [owner] }];
  const { page, url, workspace } = await open({ mock: { ...options, users } });
  await page.goto(url);
  await page.getByText("200 of 302 loaded").waitFor();
  await select(page, "Ada", "Member 1");
  const { dialog, confirm } = await openConfirmation(page);
  await dialog.getByText("This removes the owner role from Ada. 1 other owner remains.").waitFor();
  expect(await confirm.isDisabled()).toBe(false);
  expect(await dialog.getByRole("textbox").count()).toBe(0);
  expect(countRequests(workspace, listUsers)).toBe(2);
});

it("removes the own account among other users only after typing", async () => {
  const { page, url, workspace } = await open({ mock: { ...options, users: [ada, bo, ...createMembers(1)] } });
  await page.goto(`${url}/users/${bo.id}`);
  await page.getByRole("button", { name: "This is me" }).click();
  await page.getByText("You", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await select(page, "Bo", "Member 0");
  const { dialog, confirm } = await remove(page);
  await dialog.getByText("This is your account. You will lose access to this workspace.").waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("textbox", { name: "Type 2 to confirm" }).fill("2");
  await confirm.click();
  await page.getByText("2 users removed").first().waitFor();
  expect(workspace.users).toEqual([ada]);
});

it("guards an undo on a page that has not loaded the changed users", async () => {
  const { page, url, workspace } = await open({ mock: { ...options, users: [bo, ...createMembers(1)] } });
  await page.goto(url);
  await select(page, "Bo", "Member 0");
  await page.getByRole("button", { name: "Change permissions" }).click();
  const form = page.getByRole("dialog", { name: /^Change permissions of/ });
  await form.getByRole("combobox", { name: "Role" }).fill(owner.roleId);
  await form.getByRole("combobox", { name: "Role" }).press("Tab");
  await form.getByRole("button", { name: "Change 2 users" }).click();
  await page
    .getByRole("dialog", { name: /^Add permissions/ })
    .getByRole("button", { name: "Add permissions" })
    .click();
  await page.getByText("2 users changed").waitFor();

  await page.goto(`${url}/invites`);
  await page.getByRole("button", { name: "View report" }).click();
  await page.getByRole("button", { name: "Restore previous permissions" }).click();
  const dialog = page.getByRole("dialog", { name: "Replace permissions of 2 users?" });
  await dialog.getByText("This workspace will have no owner").waitFor();
  const confirm = dialog.getByRole("button", { name: "Replace permissions" });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("textbox", { name: "Type 2 to confirm" }).fill("2");
  await confirm.click();
  await page.getByText("2 users changed").waitFor();
  expect(workspace.users.map(({ permissions }) => permissions)).toEqual([[member], [member]]);
});

const bulkActions = [
  ["removal", remove, deleteUsers],
  ["change", replaceByMember, replacePermissionsForUser],
] as const;

/** Opens the confirmation for this many users, who have no roles. */
async function openForUsers(count: number, openConfirmation: typeof remove) {
  const users = createMembers(count, []);
  const { page, url, workspace } = await open({ mock: { ...options, users: [ada, bo, ...users] } });
  await page.goto(url);
  await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "No roles" });
  await page.getByText(`${count} matches in all ${count + 2}`).waitFor();
  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  const { dialog, confirm } = await openConfirmation(page);
  const done = page.getByText(new RegExp(`^${count} users (removed|changed)$`)).first();
  return { workspace, confirm, field: dialog.getByRole("textbox"), done };
}

it.each(bulkActions)("needs one click for a %s of 20 users", async (_, openConfirmation) => {
  const { confirm, field, done } = await openForUsers(20, openConfirmation);
  expect(await field.count()).toBe(0);
  await confirm.click();
  await done.waitFor();
});

it.each(bulkActions)("needs the typed number for a %s of 21 users", async (_, openConfirmation, operation) => {
  const { workspace, confirm, field, done } = await openForUsers(21, openConfirmation);
  expect(await confirm.isDisabled()).toBe(true);
  await field.fill("20");
  expect(await confirm.isDisabled()).toBe(true);
  await field.fill("21");
  expect(countRequests(workspace, operation)).toBe(0);
  await confirm.click();
  await done.waitFor();
});
