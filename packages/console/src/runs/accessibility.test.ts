import { deleteUsers, getUser } from "@segment-iam/client";
import type { Page } from "playwright-core";
import { testAccessibility } from "../test-utils/test-accessibility.ts";
import { confirmRemoval } from "../test-utils/confirm-removal.ts";

const path = "/users";

/** Starts a run whose requests get no response. */
async function startRun(page: Page): Promise<void> {
  await page.route("**/api/iam/users?userIds*", () => {});
  await (await confirmRemoval(page)).click();
  await page.getByRole("button", { name: "Continue in background" }).waitFor();
}

testAccessibility([
  {
    name: "the confirmation of a run",
    path,
    options: { mock: { users: 60 } },
    prepare: confirmRemoval,
  },
  { name: "a run", path, prepare: startRun },
  {
    name: "a paused run",
    path,
    async prepare(page) {
      await startRun(page);
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("button", { name: "Resume" }).waitFor();
    },
  },
  {
    name: "a run in the background",
    path,
    async prepare(page) {
      await startRun(page);
      await page.getByRole("button", { name: "Continue in background" }).click();
      await page.getByRole("region", { name: "Run" }).getByRole("button", { name: "Show" }).waitFor();
    },
  },
  {
    name: "an interrupted run",
    path,
    async prepare(page) {
      await startRun(page);
      page.once("dialog", (dialog) => void dialog.accept());
      await page.reload();
      await page.getByText("A run was interrupted").waitFor();
    },
  },
  {
    name: "the report of a run",
    path,
    arrange(workspace) {
      workspace.fail(deleteUsers, { status: 500, applied: true });
      workspace.fail(getUser, { status: 401, times: 20 });
    },
    async prepare(page) {
      await (await confirmRemoval(page)).click();
      await page.getByRole("button", { name: "Check again" }).waitFor();
    },
  },
  {
    name: "the report of a run that succeeded",
    path,
    async prepare(page) {
      await (await confirmRemoval(page)).click();
      await page.getByRole("dialog").getByText("6 users removed").waitFor();
    },
  },
]);
