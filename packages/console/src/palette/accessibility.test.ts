import type { Page } from "playwright-core";
import { testAccessibility } from "../test-utils/test-accessibility.ts";

async function openPalette(page: Page, query: string): Promise<void> {
  await page.getByText("6 of 6 loaded").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill(query);
}

testAccessibility([
  { name: "the palette", path: "/users", prepare: (page) => openPalette(page, "") },
  {
    name: "results in the palette",
    path: "/users",
    async prepare(page) {
      await openPalette(page, "in");
      await page.getByRole("group", { name: "Invites" }).waitFor();
    },
  },
  {
    name: "a palette without results",
    path: "/users",
    async prepare(page) {
      await openPalette(page, "zzzz");
      await page.getByText("No results for").waitFor();
    },
  },
]);
