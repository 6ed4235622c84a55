import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

const rowOf = (page: Page, index: number) => page.locator(`tr[aria-rowindex="${index + 2}"]`);
const checkboxOf = (page: Page, index: number) => rowOf(page, index).getByRole("checkbox");
const selectAll = (page: Page) => page.getByRole("checkbox", { name: /^Select all/ });

it("removes only selected users that the search shows", async () => {
  const { page, url, workspace } = await open({ mock: { users: 30 } });
  const [hidden, shown] = [workspace.users[3], workspace.users[5]];
  await page.goto(url);
  await checkboxOf(page, 3).click();
  await checkboxOf(page, 5).click();
  await page.getByText("2 selected", { exact: true }).waitFor();

  await page.getByRole("searchbox").fill(shown?.email ?? "");
  await page.getByText("1 selected, 1 hidden").waitFor();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog", { name: "Remove 1 user?" }).getByRole("button", { name: "Remove" }).click();
  await page.getByText("1 user removed").waitFor();
  expect(workspace.users).not.toContainEqual(shown);
  expect(workspace.users).toContainEqual(hidden);

  await page.getByText("0 selected, 1 hidden").waitFor();
  expect(await page.getByRole("button", { name: "Remove" }).isDisabled()).toBe(true);
});

it("adds the results of another search to the selection", async () => {
  const { page, url, workspace } = await open({ mock: { users: 30 } });
  await page.goto(url);
  for (const index of [4, 8]) {
    await page.getByRole("searchbox").fill(workspace.users[index]?.email ?? "");
    await page.getByText("1 match in all 30").waitFor();
    await selectAll(page).click();
  }
  await page.getByRole("searchbox").press("Escape");
  await page.getByText("2 selected", { exact: true }).waitFor();
  expect(await checkboxOf(page, 4).isChecked()).toBe(true);
  expect(await checkboxOf(page, 8).isChecked()).toBe(true);

  await selectAll(page).click();
  await page.getByText("30 selected").waitFor();
  await selectAll(page).click();
  await page.getByText("selected").waitFor({ state: "hidden" });
});

it("selects a range with Shift-click and with Shift and arrow keys", async () => {
  const { page, url } = await open({ mock: { users: 30 } });
  await page.goto(url);
  await checkboxOf(page, 2).click();
  await checkboxOf(page, 5).click({ modifiers: ["Shift"] });
  await page.getByText("4 selected").waitFor();
  await checkboxOf(page, 3).click({ modifiers: ["Shift"] });
  await page.getByText("2 selected").waitFor();

  await rowOf(page, 7).focus();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowUp"]) {
    await page.keyboard.press(key);
  }
  await page.getByText("5 selected").waitFor();
  const selected = await page
    .locator('tr[aria-selected="true"]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("aria-rowindex")) - 2).toSorted((a, b) => a - b));
  expect(selected).toEqual([2, 3, 7, 8, 9]);
});

it("selects a row with a click anywhere in its checkbox cell, which is at least 24 px wide and high", async () => {
  const { page, url } = await open({ mock: { users: 30 } });
  await page.goto(url);
  for (const [count, cell] of [page.getByRole("row").nth(2), page.getByRole("row").nth(0)].entries()) {
    const box = await cell.locator("td, th").first().boundingBox();
    if (!box) throw new Error("The cell is not visible");
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await page.mouse.click(box.x + 3, box.y + 3);
    await page.getByText(["1 selected", "30 selected"][count] ?? "", { exact: true }).waitFor();
  }
  expect(await page.getByRole("dialog").count()).toBe(0);
});

it("offers to load and select all users when only the loaded ones are selected", async () => {
  const { page, url, workspace } = await open();
  await page.goto(url);
  await selectAll(page).click();
  await page.getByText("200 selected").waitFor();
  await page.getByRole("button", { name: "Select all 1,000" }).click();
  await page.getByText("1,000 selected").waitFor();
  expect(workspace.requests.filter(({ operation }) => operation === "listUsers")).toHaveLength(2);
});
