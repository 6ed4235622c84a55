import { deleteUsers, getUser } from "@segment-iam/client";
import { expect, it } from "vitest";
import { download } from "../test-utils/download.ts";
import { holdRequests } from "../test-utils/hold-requests.ts";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";
import { confirmRemoval } from "../test-utils/confirm-removal.ts";

const open = useBrowser();

it("removes users in the background, shows the progress on other pages, and announces the end", async () => {
  const { page, url, workspace } = await open({ mock: { users: 200 } });
  const removals = await holdRequests(page, deleteUsers);
  await page.goto(url);
  await (await confirmRemoval(page, 200)).click();
  await page.getByRole("button", { name: "Continue in background" }).click();
  await page.getByRole("link", { name: "Invites", exact: true }).click();
  const bar = page.getByRole("region", { name: "Run" });
  await bar.getByText("Removing users · 0 of 200").waitFor();
  await removals.releaseNext();
  await bar.getByText("Removing users · 100 of 200").waitFor();
  removals.release();
  await page.getByRole("alert").getByText("200 users removed").waitFor();
  expect(workspace.users).toEqual([]);
  await bar.getByRole("button", { name: "View report" }).click();
  await page.getByRole("dialog").getByText("200 users removed").waitFor();
  await page.getByRole("button", { name: "Close" }).first().click();
  await expect.poll(() => bar.count(), untilStepTimeout).toBe(0);
});

it("asks for confirmation when the tab closes during a run, on any page", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await holdRequests(page, deleteUsers);
  await page.goto(url);
  await (await confirmRemoval(page)).click();
  await page.getByRole("button", { name: "Continue in background" }).click();
  await page.getByRole("link", { name: "Import invites", exact: true }).click();
  await page.getByRole("heading", { name: "Import invites" }).waitFor();
  const dialogOpened = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await dialogOpened;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
});

it("finishes the request in flight on Stop, and continues with the rest", async () => {
  const { page, url, workspace } = await open({ mock: { users: 200 } });
  const removals = await holdRequests(page, deleteUsers);
  await page.goto(url);
  await (await confirmRemoval(page)).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Stop" }).click();
  await dialog.getByText("Stopping after the current request").first().waitFor();
  removals.release();
  await dialog.getByText("100 of 200 users removed").waitFor();
  await dialog.getByText("100 not attempted").waitFor();
  expect(await dialog.getByText("unknown").count()).toBe(0);
  expect(workspace.users).toHaveLength(100);
  await dialog.getByRole("button", { name: "Continue with 100" }).click();
  await dialog.getByText("200 users removed").waitFor();
  expect(workspace.users).toEqual([]);
});

it("reports a user who was removed before as already removed", async () => {
  const { page, url, workspace } = await open({ mock: { users: 4 } });
  await page.goto(url);
  await page.getByText("4 of 4 loaded").waitFor();
  workspace.users.splice(1, 1);
  await (await confirmRemoval(page)).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("4 users removed").waitFor();
  await dialog.getByText("1 already removed").waitFor();
  expect(await dialog.getByRole("button", { name: "Retry failed" }).count()).toBe(0);
});

it("checks unknown items again with one click", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3 } });
  await page.goto(url);
  await page.getByText("3 of 3 loaded").waitFor();
  workspace.fail(deleteUsers, { status: 500, applied: true });
  workspace.fail(getUser, { status: 401, times: 100 });
  await (await confirmRemoval(page)).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("3 unknown").waitFor();
  await dialog.getByText("Could not check").waitFor();
  const contents = workspace.snapshot();
  workspace.reset(); // ends the faults
  workspace.restore(contents);
  await dialog.getByRole("button", { name: "Check again" }).click();
  await dialog.getByText("3 users removed").waitFor();
  expect(await dialog.getByText("unknown").count()).toBe(0);
});

it("invites removed users again with their permissions", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3, invites: 0 } });
  const removed = workspace.users.map(({ email, permissions = [] }) => ({
    email,
    permissions: permissions.map(({ roleId, resources }) => ({
      roleId,
      resources: resources.map(({ id, type }) => ({ id, type })),
    })),
  }));
  await page.goto(url);
  await (await confirmRemoval(page)).click();
  await page.getByRole("button", { name: "Invite again" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite 3 people?" });
  await dialog.getByText("They have access when they accept").waitFor();
  await dialog.getByRole("button", { name: "Invite people" }).click();
  await page.getByText("3 people invited").waitFor();
  expect(workspace.invites).toMatchObject(removed);
});

it("moves the focus to a row when the report of a removal is closed", async () => {
  const { page, url, workspace } = await open({ mock: { users: 5 } });
  const names = workspace.users.map(({ name }) => name);
  await page.goto(url);
  for (const name of names.slice(1, 3)) await page.getByRole("checkbox", { name: `Select ${name}` }).click();
  await page.getByRole("button", { name: "Remove users", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove users", exact: true }).click();
  await page.getByText("2 users removed").waitFor();
  await page.getByText("3 of 3 loaded").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  const hasRowFocus = () => page.evaluate(() => document.activeElement?.matches("[role=grid] tbody tr"));
  await expect.poll(hasRowFocus, untilStepTimeout).toBe(true);
});

it("downloads a report with IDs, names, addresses, outcomes and reasons", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  const [user] = workspace.users;
  await page.goto(url);
  await (await confirmRemoval(page)).click();
  const { text } = await download(page, "Download report");
  expect(text).toContain("id,name,email,outcome,reason");
  expect(text).toContain(`${user?.id},${user?.name},${user?.email},removed,`);
});

it("removes the last owner among other users only after the number of users is typed", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3 } });
  await page.goto(url);
  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  await page.getByRole("button", { name: "Remove users", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Remove 3 users?" });
  await dialog.getByText("This workspace will have no owner").waitFor();
  const confirm = dialog.getByRole("button", { name: "Remove users", exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("textbox", { name: "Type 3 to confirm" }).fill("3");
  await confirm.click();
  await page.getByText("3 users removed").first().waitFor();
  expect(workspace.users).toEqual([]);
});
