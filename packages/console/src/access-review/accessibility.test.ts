import { listUsers } from "@segment-iam/client";
import type { Page } from "playwright-core";
import { testAccessibility } from "../test-utils/test-accessibility.ts";

const path = "/access-review";

testAccessibility([
  {
    name: "the access review",
    path,
    prepare: (page) => page.getByText("6 users, about").waitFor(),
  },
  {
    name: "the access review with a broken file",
    path,
    async prepare(page) {
      const buffer = Buffer.from('{"format": }');
      const file = { name: "snapshot.json", mimeType: "application/json", buffer };
      await page.locator("input[type=file]").first().setInputFiles(file);
      await page.getByText("Invalid JSON").waitFor();
    },
  },
  {
    name: "a running snapshot",
    path,
    arrange: (workspace) =>
      workspace.fail(listUsers, { status: 429, headers: { "retry-after": "57" }, body: "", times: 9 }),
    async prepare(page) {
      await page.getByRole("button", { name: "Take snapshot" }).click();
      await page.getByText("Loading users: 0").waitFor();
    },
  },
  { name: "a snapshot", path, prepare: takeSnapshot },
  {
    name: "a failed snapshot",
    path,
    async prepare(page) {
      await page.getByText("6 users, about").waitFor();
      await page.route("**/api/iam/**", (route) => route.fulfill({ status: 401, body: "{}" }));
      await page.getByRole("button", { name: "Take snapshot" }).click();
      await page.getByText("Could not take the snapshot").waitFor();
    },
  },
  {
    name: "a comparison without changes",
    path,
    async prepare(page) {
      await startComparison(page);
      await page.getByText("No changes").waitFor();
    },
  },
  {
    name: "a review of everyone, with decisions and a selection",
    path: `${path}?kind=all`,
    async prepare(page) {
      await startComparison(page);
      for (const name of ["Approve", "Revoke", "Follow up"]) {
        await page.getByRole("row", { name: "Undecided" }).first().press("Space");
        await page.getByRole("button", { name }).click();
      }
      await page.getByRole("checkbox", { name: /^Select all/ }).click();
      await page.getByText("10 selected").waitFor();
    },
  },
  {
    name: "a person in a review",
    path,
    async prepare(page) {
      await takeSnapshot(page);
      await page.getByRole("button", { name: "Start review" }).click();
      await page.getByRole("row").nth(1).press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
      await page.getByText("Updated 20").waitFor();
    },
  },
  {
    name: "the menu of a review",
    path,
    isPhoneOnly: true,
    async prepare(page) {
      await takeSnapshot(page);
      await page.getByRole("button", { name: "Start review" }).click();
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem").first().waitFor();
    },
  },
  {
    name: "an unfinished review",
    path,
    async prepare(page) {
      await takeSnapshot(page);
      await page.getByRole("button", { name: "Start review" }).click();
      await page.getByRole("textbox", { name: "Reviewed by" }).fill("Grace");
      await page.getByRole("button", { name: "Close review" }).click();
      await page.getByText("Unfinished review").waitFor();
    },
  },
]);

async function takeSnapshot(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take snapshot" }).click();
  await page.getByRole("button", { name: "Download JSON" }).waitFor();
}

/** Compares a snapshot with itself. */
async function startComparison(page: Page): Promise<void> {
  await takeSnapshot(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download JSON" }).click(),
  ]);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(await download.path());
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByRole("button", { name: "Export JSON" }).waitFor();
}
