import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { findViolations } from "../test-utils/find-violations.ts";
import { useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

const viewports = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

async function openPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill(query);
}

async function selectAll(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: "Select all 6 users shown" }).click();
  const menu = page.getByRole("button", { name: "Actions" });
  await page.getByRole("button", { name: "Clear selection" }).waitFor();
  if (await menu.isVisible()) await menu.click();
}

async function openBulkForm(page: Page): Promise<void> {
  await selectAll(page);
  await page.getByRole("button", { name: "Change permissions" }).or(page.getByRole("menuitem").first()).last().click();
  const form = page.getByRole("dialog", { name: /^Change permissions/ });
  await form.getByRole("radio", { name: "Remove permissions" }).check();
  await form.getByRole("button", { name: "Change permissions" }).click();
  await form.getByText("Select a role", { exact: true }).waitFor();
}

const scenes: readonly [string, (page: Page) => Promise<unknown>][] = [
  ["the palette", (page) => openPalette(page, "")],
  [
    "results in the palette",
    async (page) => {
      await openPalette(page, "in");
      await page.getByRole("group", { name: "Invites" }).waitFor();
    },
  ],
  [
    "a palette without results",
    async (page) => {
      await openPalette(page, "zzzz");
      await page.getByText("No results for").waitFor();
    },
  ],
  [
    "the keyboard shortcuts",
    async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    },
  ],
  ["the actions of a selection", selectAll],
  ["required fields of the bulk permissions form", openBulkForm],
  [
    "the preview of the bulk permissions form",
    async (page) => {
      await openBulkForm(page);
      const role = page.getByRole("dialog").getByRole("combobox", { name: "Role" });
      await role.fill("Workspace Owner");
      await role.press("Tab");
      await page.getByText("will have no direct permissions left").waitFor();
    },
  ],
];

it.each(
  scenes.flatMap(([name, prepare]) => viewports.map((viewport) => [name, viewport.width, viewport, prepare] as const)),
)("passes axe in light and dark mode: %s at %i px", async (_, _width, viewport, prepare) => {
  const { page, url } = await open({ mock: { users: 6, invites: 4 } }, { viewport });
  await page.goto(`${url}/users`);
  await page.getByText("6 of 6 loaded").waitFor();
  await prepare(page);
  expect(await findViolations(page)).toEqual([]);
});
