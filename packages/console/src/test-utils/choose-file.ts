import type { Page } from "playwright-core";

/** Chooses a CSV file on the import page. */
export async function chooseFile(page: Page, content: Buffer | readonly string[]): Promise<void> {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content.join("\n"));
  await page.locator("input[type=file]").setInputFiles({ name: "team.csv", mimeType: "text/csv", buffer });
}
