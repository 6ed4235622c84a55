import { deleteUsers, listUsers } from "@segment-iam/client";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../../test-utils/open-console.ts";
import { ada, bo, member, owner, roles, workspaceResource } from "../../test-utils/owner-and-member.ts";

const open = useBrowser();

const cy = { id: "u3", name: "", email: "cy@example.com", permissions: [] };
const mock = { workspaceId: "w1", roles, users: [ada, bo, cy], invites: 0 };

async function openDialog(page: Page) {
  await page.getByRole("button", { name: "Remove user" }).click();
  const dialog = page.getByRole("dialog", { name: /^Remove / });
  await dialog.waitFor();
  return { dialog, confirm: dialog.getByRole("button", { name: "Remove", exact: true }) };
}

it("removes the last owner only after their email address is typed", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u1`);
  const { dialog, confirm } = await openDialog(page);
  await dialog.getByText("This workspace will have no owner").waitFor();
  await dialog.getByText("This removes the owner role from Ada.").waitFor();
  const field = dialog.getByRole("textbox", { name: "Type ada@example.com to confirm" });
  await field.fill("ada@example.co");
  expect(await confirm.isDisabled()).toBe(true);
  await field.fill("ada@example.com");
  await confirm.click();
  await page.getByText("Ada was removed").waitFor();
  expect(workspace.users.map(({ id }) => id)).toEqual(["u2", "u3"]);
});

it("removes an owner with one click while another owner remains", async () => {
  const { page, url, workspace } = await open({ mock: { ...mock, users: [ada, { ...bo, permissions: [owner] }] } });
  await page.goto(`${url}/users/u2`);
  const { dialog, confirm } = await openDialog(page);
  await dialog.getByText("This removes the owner role from Bo. 1 other owner remains.").waitFor();
  await confirm.click();
  await page.getByText("Bo was removed").waitFor();
  expect(workspace.users).toEqual([ada]);
});

it("loads more users to look for another owner", async () => {
  const members = Array.from({ length: 300 }, (_, index) => ({
    ...bo,
    id: `m${index}`,
    email: `m${index}@example.com`,
  }));
  const users = [ada, ...members, { ...cy, permissions: [owner] }];
  const { page, url, workspace } = await open({ mock: { ...mock, users } });
  await page.goto(`${url}/users/u1`);
  await page.getByText("200 of 302 loaded").waitFor();
  const { dialog } = await openDialog(page);
  await dialog.getByText("1 other owner remains").waitFor();
  expect(workspace.requests.filter(({ operation }) => operation === listUsers.id)).toHaveLength(2);
});

it("requires a typed confirmation if the other users cannot be loaded", async () => {
  const members = Array.from({ length: 300 }, (_, index) => ({
    ...bo,
    id: `m${index}`,
    email: `m${index}@example.com`,
  }));
  const { page, url, workspace } = await open({ mock: { ...mock, users: [ada, ...members] } });
  await page.goto(`${url}/users/u1`);
  await page.getByText("200 of 301 loaded").waitFor();
  workspace.fail(listUsers, { status: 403, times: 9 });
  const { dialog, confirm } = await openDialog(page);
  await dialog.getByText("Other owners are unknown").waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("textbox", { name: "Type ada@example.com to confirm" }).waitFor();
});

it("requires a typed confirmation to remove the own account, and stores the mark", async () => {
  const { page, url } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  await page.getByRole("button", { name: "This is me" }).click();
  await page.getByText("You", { exact: true }).waitFor();
  await page.reload();
  const { dialog, confirm } = await openDialog(page);
  await dialog.getByText("This is your account. You will lose access to this workspace.").waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "This is not me" }).click();
  await page.getByRole("button", { name: "This is me" }).waitFor();
});

it("invites a removed user again with the same permissions", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  await (await openDialog(page)).confirm.click();
  await page.getByRole("button", { name: "Invite again" }).click();
  await page.getByText("bo@example.com was invited with the same permissions").waitFor();
  expect(workspace.invites).toEqual([
    { email: "bo@example.com", permissions: [{ roleId: "r2", resources: [workspaceResource] }] },
  ]);
});

it.each([
  ["the next row", "Ada", "Bo"],
  ["the previous row after the last one", "cy@example.com", "Bo"],
])("moves the focus to %s", async (_, removed, focused) => {
  const { page, url } = await open({ mock: { ...mock, users: [{ ...ada, permissions: [member] }, bo, cy] } });
  await page.goto(url);
  await page.getByRole("row", { name: removed }).press("Enter");
  await (await openDialog(page)).confirm.click();
  await page.getByText("2 of 2 loaded").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent), untilStepTimeout)
    .toMatch(new RegExp(`^${focused}`));
});

it.each([
  ["was removed", true],
  ["was already removed", false],
])("counts a user who does not exist as removed (%s)", async (text, isLost) => {
  const { page, url, workspace } = await open({ mock });
  let requests = 0;
  await page.route("**/api/iam/users?userIds*", async (route) => {
    requests += 1;
    if (!isLost || requests > 1) return route.continue();
    // The server removes the user, and the response is lost.
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.goto(`${url}/users/u2`);
  const { confirm } = await openDialog(page);
  if (!isLost) workspace.users = workspace.users.filter(({ id }) => id !== "u2");
  await confirm.click();
  await page.getByText(`Bo ${text}`).waitFor();
  await page.getByText("2 of 2 loaded").waitFor();
  expect(new URL(page.url()).pathname).toBe("/users");
  await expect.poll(() => page.getByRole("dialog").count(), untilStepTimeout).toBe(0);
  expect(workspace.requests.flatMap(({ operation, status }) => (operation === deleteUsers.id ? [status] : []))).toEqual(
    isLost ? [200, 404] : [404],
  );
});

it("labels the close button of a notification", async () => {
  const { page, url } = await open({ mock });
  await page.goto(`${url}/users/u2`);
  await (await openDialog(page)).confirm.click();
  const notification = page.getByRole("alert").filter({ hasText: "Bo was removed" });
  await notification.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => notification.count(), untilStepTimeout).toBe(0);
});

it("shows the email address of a user without a name, and hides IDs behind copy buttons", async () => {
  const { page, url } = await open({ mock: { ...mock, users: [{ ...cy, permissions: [member] }] } });
  await page.goto(`${url}/users/u3`);
  const drawer = page.getByRole("dialog", { name: "cy@example.com" });
  await drawer.getByText("Workspace Member").waitFor();
  await drawer.getByRole("button", { name: "Copy user ID" }).waitFor();
  expect(await drawer.innerText()).not.toMatch(/\b(?:u3|w1|r2)\b/);
  await expect.poll(() => page.title(), untilStepTimeout).toBe("cy@example.com · Segment IAM");
});

it("states that a user no longer exists, and goes back to the users", async () => {
  const { page, url } = await open({ mock });
  await page.goto(`${url}/users/unknown`);
  const drawer = page.getByRole("dialog", { name: "User not found" });
  await drawer.getByText("This user no longer exists.").waitFor();
  await drawer.getByRole("button", { name: "Back to users" }).click();
  await drawer.waitFor({ state: "hidden" });
  expect(new URL(page.url()).pathname).toBe("/users");
});
