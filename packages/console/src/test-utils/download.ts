import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";

/** Clicks a button, or an option, and returns the downloaded file. */
export async function download(page: Page, button: string | Locator): Promise<{ name: string; text: string }> {
  const target = typeof button === "string" ? page.getByRole("button", { name: button }) : button;
  const [started] = await Promise.all([page.waitForEvent("download"), target.click()]);
  return { name: started.suggestedFilename(), text: await readFile(await started.path(), "utf8") };
}
