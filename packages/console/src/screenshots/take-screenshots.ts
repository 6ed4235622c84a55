import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { chromiumArguments, findChromium } from "../../../../scripts/src/system/chromium.ts";
import { startConsole, type ConsoleOptions } from "../server/start-console.ts";
import { confirmRemoval } from "../test-utils/confirm-removal.ts";

/** The screenshots of the README, by file name. */
const screenshots: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  users: (page) => page.getByText("200 of 250 loaded").waitFor(),
  async permissions(page) {
    await page.getByRole("row", { name: "Warehouse Admin" }).first().click();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Remove permission 1" }).click();
    await page.getByRole("list", { name: "Changes" }).scrollIntoViewIfNeeded();
  },
  async "bulk-removal"(page) {
    await (await confirmRemoval(page)).click();
    await page.getByText("100 of 200", { exact: true }).waitFor();
  },
};

const directory = join(import.meta.dirname, "../../screenshots");

async function takeScreenshots(): Promise<void> {
  await mkdir(directory, { recursive: true });
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumArguments] });
  try {
    for (const [name, prepare] of Object.entries(screenshots)) {
      const options: ConsoleOptions = { port: 0, mock: { users: 250, invites: 4, latencyMs: 300 } };
      const running = await startConsole(options);
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
      await page.goto(running.url);
      await prepare(page);
      await page.screenshot({ path: join(directory, `${name}.png`), animations: "disabled" });
      await page.close();
      await running.close();
    }
  } finally {
    await browser.close();
  }
}

await takeScreenshots();
