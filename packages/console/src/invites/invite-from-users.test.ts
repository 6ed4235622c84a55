import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

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
