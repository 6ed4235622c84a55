import { createInvites, deleteUsers } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { holdRequests } from "../test-utils/hold-requests.ts";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";
import { confirmRemoval, typeToConfirm } from "../test-utils/confirm-removal.ts";

const open = useBrowser();

/** Enters this many addresses in the invite form. */
async function pasteEmails(page: Page, count: number): Promise<void> {
  const emails = Array.from({ length: count }, (_, index) => `p${index}@example.org`);
  await page.getByRole("combobox", { name: "Email addresses" }).fill(`${emails.join(", ")},`);
}

/** Returns the status of each request that sent invites. */
function statusesOfInvites({ requests }: MockWorkspace): number[] {
  return requests.flatMap(({ operation, status }) => (operation === createInvites.id ? [status ?? 0] : []));
}

it("invites people from the users page, and returns to the list with its search", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3, invites: 0 } });
  await page.goto(`${url}/users?sort=name`);
  await page.getByRole("link", { name: "Invite people" }).click();
  const drawer = page.getByRole("dialog", { name: "Invite people" });
  await drawer.waitFor();
  await page.goBack();
  await drawer.waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Invite people" }).click();
  await drawer.getByRole("combobox", { name: "Email addresses" }).fill("grace@example.com");
  await drawer.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByText("grace@example.com was invited").waitFor();
  await drawer.waitFor({ state: "detached" });
  await expect.poll(() => page.url(), untilStepTimeout).toBe(`${url}/users?sort=name`);
  expect(workspace.invites.map(({ email }) => email)).toEqual(["grace@example.com"]);
});

it("opens the form by a command, and keeps the order of the list", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(`${url}/users?sort=-email`);
  await page.getByText("2 of 2 loaded").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill("invite people");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Invite people" }).waitFor();
  expect(page.url()).toBe(`${url}/users/new?sort=-email`);
});

it.each([
  ["users", { users: 0 }, "No users yet"],
  ["invites", { users: 2, invites: 0 }, "No pending invites"],
])("offers to invite people when there are no %s", async (path, mock, title) => {
  const { page, url } = await open({ mock });
  await page.goto(`${url}/${path}`);
  await page.getByText(title).waitFor();
  await page.getByRole("grid").locator("..").getByRole("link", { name: "Invite people" }).click();
  await page.getByRole("dialog", { name: "Invite people" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/${path}/new`);
});

it("loads no users for the list of invites", async () => {
  const { page, url, workspace } = await open({ mock: { users: 6, invites: 4 } });
  await page.goto(`${url}/invites`);
  await page.getByText("4 of 4 loaded").waitFor();
  await page.waitForLoadState("networkidle");
  expect(new Set(workspace.requests.map(({ operation }) => operation))).toEqual(new Set(["listInvites"]));
});

it("invites 100 people with one request, and revokes their invites after a confirmation", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2, invites: 1 } });
  await page.goto(`${url}/users/new`);
  await pasteEmails(page, 100);
  await page.getByRole("button", { name: "Invite 100 people" }).click();
  await page.getByText("100 people were invited").waitFor();
  expect(statusesOfInvites(workspace)).toEqual([201]);
  expect(workspace.invites).toHaveLength(101);

  await page.getByRole("button", { name: "Revoke invites" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke 100 invites?" });
  await typeToConfirm(dialog);
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("100 invites revoked").waitFor();
  expect(workspace.invites).toHaveLength(1);
});

it("invites more than 100 people with a run, and revokes their invites from its report", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2, invites: 1 } });
  await page.goto(`${url}/users/new`);
  await pasteEmails(page, 101);
  await page.getByRole("button", { name: "Invite 101 people" }).click();
  const report = page.getByRole("dialog", { name: "Invite 101 people" });
  await report.getByText("101 people invited").waitFor();
  await page.getByRole("dialog", { name: "Invite people" }).waitFor({ state: "detached" });
  expect(statusesOfInvites(workspace)).toEqual([201, 201]);
  expect(workspace.invites).toHaveLength(102);

  await report.getByRole("button", { name: "Revoke invites" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke 101 invites?" });
  await typeToConfirm(dialog);
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("101 invites revoked").waitFor();
  expect(workspace.invites).toHaveLength(1);
});

it("keeps the form while another run is in progress", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2, invites: 1 } });
  const removals = await holdRequests(page, deleteUsers);
  await page.goto(url);
  await (await confirmRemoval(page)).click();
  await page.getByRole("button", { name: "Continue in background" }).click();

  await page.getByRole("link", { name: "Invite people" }).click();
  await pasteEmails(page, 101);
  await page.getByRole("button", { name: "Invite 101 people" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite 101 people?" });
  await dialog.getByText("Another run is in progress").waitFor();
  expect(await dialog.getByRole("button", { name: "Invite people" }).isDisabled()).toBe(true);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Invite 101 people" }).click();
  removals.release();
  await dialog.getByRole("button", { name: "Invite people" }).click();
  await page.getByText("101 people invited").waitFor();
  expect(workspace.invites).toHaveLength(102);
});
