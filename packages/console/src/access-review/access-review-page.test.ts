import { listUserGroupsFromUser, listUsers } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { download } from "../test-utils/download.ts";
import { holdRequests } from "../test-utils/hold-requests.ts";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

async function takeSnapshot(page: Page, name = "Take snapshot"): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Download JSON" }).waitFor();
}

const file = (text: string) => ({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });

const slot = (page: Page, name: "Earlier" | "Later") => page.getByRole("region", { name: `${name} snapshot` });

/** Makes one user new, one gone, one gain and one lose access. */
function change({ users }: MockWorkspace): void {
  const [owner, loser, gainer] = users;
  users.splice(3, 1);
  users.push({ id: "new1", name: "Linus Neu", email: "linus@example.com", permissions: [] });
  if (loser) loser.permissions = [];
  if (gainer) gainer.permissions = [...(gainer.permissions ?? []), ...structuredClone(owner?.permissions ?? [])];
}

it("compares a snapshot with an earlier file, records decisions, and continues from the exported review", async () => {
  const { page, url, workspace } = await open({ mock: { users: 8, invites: 2 } });
  await page.goto(`${url}/access-review`);
  await takeSnapshot(page);
  const earlier = await download(page, "Download JSON");
  expect(earlier.name).toMatch(/^access-snapshot-\d{4}-\d\d-\d\d-\d{4}\.json$/);
  expect(JSON.parse(earlier.text)).toMatchObject({
    format: "segment-iam/access-snapshot@1",
    workspace: { kind: "mock", id: workspace.workspaceId },
    apiVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    counts: { users: 8, invites: 2 },
  });

  const gone = workspace.users[3]?.name ?? "";
  const gained = workspace.users[2]?.name ?? "";
  change(workspace);
  await takeSnapshot(page, "Take another");
  await slot(page, "Earlier").locator("input[type=file]").setInputFiles(file(earlier.text));
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByText("4 of 11 shown").waitFor();
  await page.getByRole("row", { name: "Linus Neu" }).getByText("New", { exact: true }).waitFor();
  await page.getByRole("row", { name: gained }).getByText("Gained Workspace Owner on the workspace").waitFor();

  await page.getByRole("combobox", { name: "Change" }).selectOption({ label: "Gone" });
  await page.getByText("1 of 11 shown").waitFor();
  expect(await page.getByRole("row").nth(1).innerText()).toContain(gone);
  await page.getByRole("button", { name: "Clear filters" }).click();

  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Approve" }).click();
  await page.getByText("4 of 11 decided").waitFor();
  await page.getByRole("row", { name: gained }).press("Enter");
  const drawer = page.getByRole("dialog", { name: gained });
  await drawer.getByRole("button", { name: "Revoke" }).click();
  await drawer.getByRole("textbox", { name: "Note" }).fill("Owner is too much");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  await page.getByRole("textbox", { name: "Reviewed by" }).fill("Grace Hopper");

  const csv = await download(page, "Export CSV");
  expect(csv.text).toContain("Owner is too much");
  const exported = await download(page, "Export JSON");
  expect(JSON.parse(exported.text)).toMatchObject({
    reviewedBy: "Grace Hopper",
    totals: { byKind: { new: 1, gone: 1, gained: 1, lost: 1 }, byDecision: { approved: 3, revoke: 1, followUp: 0 } },
  });
  await page.getByRole("button", { name: "Close review" }).click();
  await page.getByRole("button", { name: "Take another" }).waitFor();
  expect(await page.getByText("Unfinished review").count()).toBe(0);

  await page.reload();
  const opened = page.getByRole("region", { name: "Continue a review" });
  await opened.locator("input[type=file]").setInputFiles(file(exported.text));
  await page.getByText("4 of 11 decided").waitFor();
  expect(await page.getByRole("textbox", { name: "Reviewed by" }).inputValue()).toBe("Grace Hopper");
  await page.getByRole("combobox", { name: "Decision" }).selectOption({ label: "Revoke" });
  await page.getByText("1 of 11 shown").waitFor();

  await page.getByRole("link", { name: "Show 1 user to revoke" }).click();
  await page.getByText("1 match in all 8").waitFor();
  expect(await page.getByRole("row").nth(1).innerText()).toContain(gained);
});

it("keeps a review after a reload until it is exported or discarded", async () => {
  const { page, url } = await open({ mock: { users: 3, invites: 0 } });
  await page.goto(`${url}/access-review`);
  await takeSnapshot(page);
  await page.getByRole("button", { name: "Start review" }).click();
  await page.getByRole("row").nth(1).press("Space");
  await page.getByRole("button", { name: "Follow up" }).click();
  await page.getByText("1 of 3 decided").waitFor();

  await page.reload();
  await page.getByText("1 decision, the mock workspace").waitFor();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByRole("row", { name: "Needs follow-up" }).waitFor();
  await page.getByRole("button", { name: "Close review" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => page.getByText("Unfinished review").count(), untilStepTimeout).toBe(0);
});

it("compares two files, and asks for confirmation if their workspaces differ or their order is swapped", async () => {
  const { page, url } = await open({ mock: { users: 2, invites: 0 } });
  await page.goto(`${url}/access-review`);
  await takeSnapshot(page);
  const json = await download(page, "Download JSON");
  const csv = await download(page, "Download CSV");
  const other = json.text
    .replaceAll(/"id": "9[^"]*"/g, '"id": "other"')
    .replace(/"takenAt": "20../, '"takenAt": "2099');
  await slot(page, "Later").locator("input[type=file]").setInputFiles(file(csv.text));
  await slot(page, "Earlier").locator("input[type=file]").setInputFiles(file(other));
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Compare different workspaces?" });
  await question.getByRole("button", { name: "Compare anyway" }).click();
  const reversed = page.getByRole("dialog", { name: "The earlier snapshot is newer" });
  await reversed.getByRole("button", { name: "Cancel" }).click();
  await reversed.waitFor({ state: "detached" });

  const later = json.text.replace(/"takenAt": "20../, '"takenAt": "2099');
  await slot(page, "Earlier").locator("input[type=file]").setInputFiles(file(later));
  await slot(page, "Earlier").getByText("2099-").waitFor();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await reversed.getByRole("button", { name: "Swap" }).click();
  await page.getByText(/→ 2099-/).waitFor();
  await page.getByText("No changes").waitFor();
  await page.getByRole("button", { name: "Show everyone" }).click();
  await page.getByText("2 of 2 shown").waitFor();
  expect(await page.getByRole("row").count()).toBe(3);

  await page.getByRole("searchbox").fill("nobody-here");
  await page.getByText("No one matches the filters.").waitFor();
});

it("explains why a file cannot be read, and keeps the previous file", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(`${url}/access-review`);
  await slot(page, "Earlier").locator("input[type=file]").setInputFiles(file('{\n  "format": }'));
  await slot(page, "Earlier").getByText("Invalid JSON at line 2, column 13").waitFor();
  const review = page.getByRole("region", { name: "Continue a review" });
  await review.locator("input[type=file]").setInputFiles(file("[]"));
  await review.getByText("not a snapshot or a review").waitFor();
  expect(await page.getByRole("button", { name: "Start review" }).isDisabled()).toBe(true);
});

it("includes groups by default only for few users, and cancels a snapshot", async () => {
  const { page, url, workspace } = await open({ mock: { users: 300 } });
  const requests = await holdRequests(page, listUserGroupsFromUser);
  await page.goto(`${url}/access-review`);
  const choice = page.getByRole("checkbox", { name: "Include groups" });
  await page.getByText(/300 users, about \d+/).waitFor();
  expect(await choice.isChecked()).toBe(false);
  await choice.check();
  await page.getByRole("button", { name: "Take snapshot" }).click();
  await requests.releaseNext();
  await page.getByText("Loading groups: 1 of 300 users").waitFor();
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await page.getByRole("heading", { name: "Users" }).waitFor();
  await page.getByRole("link", { name: "Access review" }).click();
  await page.getByText(/Loading groups/).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Take snapshot" }).waitFor();
  const requested = workspace.requests.filter(({ operation }) => operation === listUserGroupsFromUser.id);
  expect(requested.length).toBeLessThan(300);
});

it("reports a failed snapshot, and retries it", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3 } });
  await page.goto(`${url}/access-review`);
  await page.getByText("3 users, about").waitFor();
  workspace.fail(listUsers, { status: 401 });
  await page.getByRole("button", { name: "Take snapshot" }).click();
  await page.getByText("Could not take the snapshot").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  const { text } = await download(page, "Download JSON");
  expect(JSON.parse(text)).toMatchObject({ counts: { users: 3 } });
});
