import type { Page } from "playwright-core";
import { testAccessibility } from "../test-utils/test-accessibility.ts";

const path = "/users";

/** Opens the form for all users, and chooses to remove permissions. */
async function openBulkForm(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  await page.getByRole("button", { name: "Change permissions" }).click();
  await page.getByRole("dialog", { name: /^Change permissions/ }).waitFor();
  await page.getByRole("radio", { name: "Remove permissions" }).check();
}

async function chooseOwner(page: Page): Promise<void> {
  const role = page.getByRole("dialog").getByRole("combobox", { name: "Role" });
  await role.fill("Workspace Owner");
  await role.press("Tab");
  await page.getByText("will have no direct permissions left").waitFor();
}

testAccessibility([
  {
    name: "required fields of the bulk permissions form",
    path,
    async prepare(page) {
      await openBulkForm(page);
      await page.getByRole("dialog").getByRole("button", { name: "Change permissions" }).click();
      await page.getByText("Select a role", { exact: true }).waitFor();
    },
  },
  {
    name: "the preview of the bulk permissions form",
    path,
    async prepare(page) {
      await openBulkForm(page);
      await chooseOwner(page);
    },
  },
  {
    name: "the confirmation of the bulk permissions form",
    path,
    async prepare(page) {
      await openBulkForm(page);
      await chooseOwner(page);
      await page.getByRole("dialog").getByRole("button", { name: "Change 1 user" }).click();
      await page.getByRole("dialog", { name: /\?$/ }).waitFor();
    },
  },
]);
