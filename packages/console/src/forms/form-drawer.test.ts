import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

/** Opens the form to edit the permissions of the first user, from the list. */
async function openPermissions(page: Page, url: string) {
  await page.goto(`${url}/invites`);
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await page.getByRole("link", { name: "Ada Lovelace" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  return {
    change: () => page.getByRole("button", { name: "Add permission" }).click(),
    changed: page.getByRole("group", { name: "Permission 2" }),
    closedPath: "/users",
  };
}

/** Opens the form to invite people. */
async function openInvites(page: Page, url: string) {
  await page.goto(`${url}/users`);
  await page.getByRole("link", { name: "Invites", exact: true }).click();
  // The users page, which has the same button, is shown until the code of the invites page is loaded.
  await page.getByRole("heading", { name: "Invites", exact: true }).waitFor();
  await page.getByRole("link", { name: "Invite people" }).click();
  await page.getByRole("dialog").waitFor();
  const emails = page.getByRole("combobox", { name: "Email addresses" });
  return {
    change: () => emails.fill("grace@example.com"),
    changed: emails,
    closedPath: "/invites",
  };
}

const forms = [
  ["permissions", openPermissions],
  ["invite", openInvites],
] as const;

const exits: readonly [string, (page: Page) => Promise<unknown>][] = [
  ["Esc", (page) => page.keyboard.press("Escape")],
  ["a click on the overlay", (page) => page.mouse.click(5, 400)],
  ["the close button", (page) => page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click()],
  ["Back", (page) => page.evaluate(() => history.back())],
];

const cases = forms.flatMap(([form, openForm]) => exits.map(([exit, run]) => [form, exit, openForm, run] as const));

it.each(cases)("asks before the changed %s form is closed by %s", async (_form, _exit, openForm, exit) => {
  const { page, url } = await open({ mock: { users: 3, invites: 3 } });
  const { change, changed, closedPath } = await openForm(page, url);
  await change();
  const path = new URL(page.url()).pathname;
  const dialog = page.getByRole("dialog", { name: "Discard changes?" });

  await exit(page);
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(new URL(page.url()).pathname).toBe(path);
  expect(await changed.isVisible()).toBe(true);

  await exit(page);
  await dialog.getByRole("button", { name: "Discard changes" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => new URL(page.url()).pathname, untilStepTimeout).toBe(closedPath);
  await expect.poll(() => page.getByRole("dialog").count(), untilStepTimeout).toBe(0);
});

it.each(forms)("closes the unchanged %s form without a question", async (_form, openForm) => {
  const { page, url } = await open({ mock: { users: 3, invites: 3 } });
  const { closedPath } = await openForm(page, url);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("dialog").count(), untilStepTimeout).toBe(0);
  expect(new URL(page.url()).pathname).toBe(closedPath);
});

it.each(forms)("asks before a link leaves the changed %s form", async (_form, openForm) => {
  const { page, url } = await open({ mock: { users: 3, invites: 3 } });
  const { change } = await openForm(page, url);
  await change();
  // The overlay covers the link for a mouse, but not for a program or a shortcut that navigates.
  await page.getByRole("link", { name: "Import invites" }).evaluate((link: HTMLElement) => link.click());
  await page.getByRole("dialog", { name: "Discard changes?" }).getByRole("button", { name: "Discard changes" }).click();
  await expect.poll(() => new URL(page.url()).pathname, untilStepTimeout).toBe("/import");
  await page.getByRole("heading", { name: "Import invites" }).waitFor();
});

it.each(forms)("lets the browser ask before it reloads the changed %s form", async (_form, openForm) => {
  const { page, url } = await open({ mock: { users: 3, invites: 3 } });
  const { change } = await openForm(page, url);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(dialogs).toEqual([]);
  if (new URL(page.url()).pathname.startsWith("/users/")) await page.getByRole("button", { name: "Edit" }).click();
  await change();
  await page.reload();
  expect(dialogs).toEqual(["beforeunload"]);
});

it("closes an open dropdown on Esc, and then the drawer", async () => {
  const { page, url } = await open({ mock: { users: 3 } });
  await openPermissions(page, url);
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("combobox", { name: "Role" }).click();
  await drawer.getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  await drawer.getByRole("option").first().waitFor({ state: "hidden" });
  expect(await page.getByRole("dialog").count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("dialog").count(), untilStepTimeout).toBe(0);
});

it("closes only the dialog above the drawer on Esc", async () => {
  const { page, url } = await open({ mock: { users: 3 } });
  await page.goto(`${url}/users/sgJDWk3K21k6LE3tLU9nRK`);
  await page.getByRole("button", { name: "Remove user" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove Ada Lovelace?" });
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await page.getByRole("dialog", { name: "Ada Lovelace" }).isVisible()).toBe(true);
});
