import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "./test-utils/open-console.ts";
import { ada, bo, member, roles } from "./test-utils/owner-and-member.ts";

const open = useBrowser();
const mock = { users: 3, invites: 1 };

/** The number of stops after which a control counts as unreachable. */
const MAX_STOPS = 40;

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const stops: string[] = [];
  while (stops.length < MAX_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return element?.getAttribute("aria-label") ?? labels[0]?.innerText ?? element?.innerText ?? "";
    });
    if (stop.trim() === name) return;
    stops.push(stop);
  }
  throw new Error(`Tab does not reach "${name}", only: ${stops.join(" | ")}`);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Focuses the first row of a list. */
async function focusFirstRow(page: Page): Promise<void> {
  await page.getByRole("row").nth(1).waitFor();
  await page.keyboard.press("Tab");
  while ((await page.evaluate(() => document.activeElement?.tagName)) !== "TR") await page.keyboard.press("Tab");
}

it("removes a selected user by keyboard", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/users`);
  await focusFirstRow(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByText("1 selected").waitFor();
  await press(page, "Remove users");
  await page.getByRole("dialog", { name: "Remove 1 user?" }).waitFor();
  await press(page, "Remove user");
  await page.getByRole("alert").getByText("1 user removed").waitFor();
  await expect.poll(() => page.getByRole("dialog").count(), untilStepTimeout).toBe(0);
  expect(workspace.users).toHaveLength(2);
});

it("edits the permissions of a user by keyboard, and Esc asks before it discards the changes", async () => {
  const { page, url } = await open({ mock });
  await page.goto(`${url}/users`);
  await focusFirstRow(page);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Ada Lovelace" }).getByText("Workspace Owner").waitFor();
  await press(page, "Edit");
  await press(page, "Remove permission 1");
  await page.getByRole("list", { name: "Changes" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Discard changes?" }).waitFor();
  await press(page, "Discard changes");
  await expect.poll(() => page.getByRole("dialog").count(), untilStepTimeout).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), untilStepTimeout).toBe("TR");
});

/** Revokes the permission of Bo in his drawer. The drawer stays open, and a notification offers to undo the change. */
async function revokePermission() {
  const { page, url, workspace } = await open({ mock: { workspaceId: "w1", roles, users: [ada, bo] } });
  await page.goto(`${url}/users/${bo.id}`);
  await page.getByRole("dialog", { name: "Bo" }).getByText("Workspace Member").waitFor();
  await press(page, "Edit");
  await press(page, "Remove permission 1");
  await press(page, "Save");
  await press(page, "Save and revoke");
  const notification = page.getByRole("alert").filter({ hasText: "Permissions of Bo saved" });
  await notification.waitFor();
  const isInDialog = () => page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null);
  return { page, workspace, notification, isInDialog };
}

it("reaches the button of a notification by Tab while a drawer is open", async () => {
  const { page, workspace, isInDialog } = await revokePermission();
  await tabTo(page, "Undo");
  await tabTo(page, "Close");
  // After the notification, the drawer starts again with its own close button.
  await tabTo(page, "Close");
  expect(await isInDialog()).toBe(true);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Permissions of Bo restored").waitFor();
  expect(workspace.users[1]?.permissions).toEqual([member]);
  await expect.poll(isInDialog, untilStepTimeout).toBe(true);
});

it.each(["Undo", "Close"])("keeps the focus in a drawer after a click on %s in a notification", async (button) => {
  const { page, notification, isInDialog } = await revokePermission();
  await expect.poll(() => page.getByRole("dialog").count(), untilStepTimeout).toBe(1);
  await notification.getByRole("button", { name: button }).click();
  await notification.waitFor({ state: "detached" });
  await expect.poll(isInDialog, untilStepTimeout).toBe(true);
});

it("invites a person by keyboard", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/invites`);
  await page.getByText("1 of 1 loaded").waitFor();
  await press(page, "Invite people");
  await page.getByRole("combobox", { name: "Email addresses" }).waitFor();
  await page.keyboard.type("ada@example.org");
  await press(page, "Invite");
  await expect.poll(() => workspace.invites.map(({ email }) => email), untilStepTimeout).toContain("ada@example.org");
});

it("chooses a file to import by keyboard", async () => {
  const { page, url, workspace } = await open({ mock });
  await page.goto(`${url}/import`);
  await page.getByText("Drop a CSV file here").waitFor();
  const chooser = page.waitForEvent("filechooser");
  await press(page, "Choose file");
  const buffer = Buffer.from("Email\nada@example.org");
  await (await chooser).setFiles({ name: "team.csv", mimeType: "text/csv", buffer });
  await page.getByText("1 person to invite").waitFor();
  await press(page, "Invite 1 person");
  await expect.poll(() => workspace.invites.map(({ email }) => email), untilStepTimeout).toContain("ada@example.org");
});

it("takes a snapshot and decides about a person by keyboard", async () => {
  const { page, url } = await open({ mock });
  await page.goto(`${url}/access-review`);
  await page.getByText("3 users, about").waitFor();
  await press(page, "Take snapshot");
  await page.getByRole("button", { name: "Download JSON" }).waitFor();
  await press(page, "Start review");
  await focusFirstRow(page);
  await page.keyboard.press("Space");
  await press(page, "Approve");
  await expect.poll(() => page.getByText("1 of 4 decided").count(), untilStepTimeout).toBe(1);
});
