import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../../test-utils/open-console.ts";
import { typeToConfirm } from "../../test-utils/confirm-removal.ts";

const open = useBrowser();

it("moves focus with the arrow keys, opens a row and returns focus to it", async () => {
  const { page, url, workspace } = await open();
  await page.goto(url);
  const row = (index: number) => page.locator(`tr[aria-rowindex="${index + 2}"]`);
  await row(0).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: workspace.users[2]?.name ?? "" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => hasFocus(row(2)), untilStepTimeout).toBe(true);

  await page.keyboard.press("End");
  await page.getByText(workspace.users[199]?.email ?? "").waitFor();
  await expect.poll(() => hasFocus(row(199)), untilStepTimeout).toBe(true);
});

it("selects rows with Space and removes them together", async () => {
  const { page, url, workspace } = await open({ mock: { users: 4 } });
  await page.goto(url);
  const [kept] = workspace.users;
  await page.locator('tr[aria-rowindex="3"]').focus();
  for (const key of ["Space", "ArrowDown", "Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
  await page.getByText("3 selected").waitFor();
  await page.getByRole("button", { name: "Remove" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Remove 3 users?" });
  await typeToConfirm(dialog);
  await dialog.getByRole("button", { name: "Remove" }).press("Enter");
  await page.getByText("3 users removed").waitFor();
  await page.getByText("1 of 1 loaded").waitFor();
  expect(workspace.users).toEqual([kept]);
});

it("focuses the heading after navigation", async () => {
  const { page, url } = await open();
  await page.goto(url);
  await page.getByRole("link", { name: "Invites", exact: true }).press("Enter");
  const heading = page.getByRole("heading", { name: "Invites", exact: true });
  await expect.poll(() => hasFocus(heading), untilStepTimeout).toBe(true);
});

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
