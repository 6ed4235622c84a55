import { createInvites, deleteUsers } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { chooseFile } from "../test-utils/choose-file.ts";
import { holdRequests } from "../test-utils/hold-requests.ts";
import { untilStepTimeout, useBrowser, type OpenConsole } from "../test-utils/open-console.ts";
import { confirmRemoval, typeToConfirm } from "../test-utils/confirm-removal.ts";

const open = useBrowser();

/** Opens a console whose second removal gets no response until `release` is called. */
async function openWithHeldRemoval() {
  let isReleased = false;
  const isHeld = () => !isReleased && countRemovals(opened.workspace) > 1;
  const opened: OpenConsole = await open({ mock: { users: 200, latencyMs: () => (isHeld() ? 600_000 : 0) } });
  const { page, url, workspace } = opened;
  const release = () => {
    isReleased = true;
  };
  return { page, url, workspace, release };
}

function countRemovals({ requests }: MockWorkspace): number {
  return requests.filter(({ operation }) => operation === deleteUsers.id).length;
}

/** Starts the removal of all users. Returns when 100 are removed, and the request for the others is in flight. */
async function removeFirst100({ page, url, workspace }: OpenConsole): Promise<void> {
  await page.goto(url);
  await (await confirmRemoval(page)).click();
  await page.getByText("100 of 200", { exact: true }).waitFor();
  await expect.poll(() => countRemovals(workspace), untilStepTimeout).toBe(2);
}

/** Reloads the page and confirms the browser's question. */
async function reload(page: Page): Promise<void> {
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
}

it("offers to continue a run after a reload, and checks the items in flight first", async () => {
  const { page, url, workspace, release } = await openWithHeldRemoval();
  await removeFirst100({ page, url, workspace });
  release();
  await reload(page);
  const bar = page.getByRole("region", { name: "Run" });
  await bar.getByText("A run was interrupted: 100 of 200 users removed").waitFor();
  // Segment carries out the request in flight although the page was reloaded.
  workspace.users.splice(0);
  await bar.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("dialog").getByText("200 users removed").waitFor();
  expect(countRemovals(workspace)).toBe(2);
});

it("shows the report of an interrupted run, and discards it", async () => {
  const { page, url, workspace, release } = await openWithHeldRemoval();
  await removeFirst100({ page, url, workspace });
  release();
  await reload(page);
  const bar = page.getByRole("region", { name: "Run" });
  await bar.getByRole("button", { name: "View report" }).click();
  await page.getByRole("dialog").getByText("100 of 200 users removed").waitFor();
  await page.getByRole("button", { name: "Close" }).first().click();
  await bar.getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => bar.count(), untilStepTimeout).toBe(0);
  await page.reload();
  await page.getByText(/loaded$/).waitFor();
  expect(await bar.count()).toBe(0);
});

it("does not offer a run that is in progress in another tab", async () => {
  const { page, url, workspace, release } = await openWithHeldRemoval();
  await removeFirst100({ page, url, workspace });
  release();
  const other = await page.context().newPage();
  await other.goto(`${url}/invites`);
  await other.getByText(/loaded$/).waitFor();
  // The code of runs loads after the first list.
  await other.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/run-center")),
  );
  await page.close();
  expect(await other.getByRole("region", { name: "Run" }).count()).toBe(0);

  await other.reload();
  await other.getByText("A run was interrupted").waitFor();
});

it("imports in the background, and revokes the invites again", async () => {
  const { page, url, workspace } = await open({ mock: { users: 1, invites: 2 } });
  const requests = await holdRequests(page, createInvites);
  await page.goto(`${url}/import`);
  await chooseFile(
    page,
    Array.from({ length: 150 }, (_, index) => `p${index}@example.org`),
  );
  await page.getByRole("button", { name: "Invite 150 people" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Paused").first().waitFor();
  requests.release();
  await dialog.getByText("100 of 150", { exact: true }).waitFor();
  await dialog.getByRole("button", { name: "Resume" }).click();
  await dialog.getByText("150 people invited").waitFor();
  expect(workspace.invites).toHaveLength(152);
  await dialog.getByRole("button", { name: "Revoke invites" }).click();
  const revocation = page.getByRole("dialog", { name: "Revoke 150 invites?" });
  await typeToConfirm(revocation);
  await revocation.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("150 invites revoked").waitFor();
  expect(workspace.invites).toHaveLength(2);
});
