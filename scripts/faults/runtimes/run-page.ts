import { chromium } from "playwright-core";
import { chromiumArguments, findChromium } from "../../src/system/chromium.ts";

/** A browser that runs a bundled probe. */
export interface ProbePage {
  /** What the page threw and logged. */
  readonly output: readonly string[];
  close(): Promise<void>;
}

/** Opens a page of the server's in Chromium. */
export async function openPage(url: string): Promise<ProbePage> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumArguments] });
  const output: string[] = [];
  const page = await browser.newPage();
  page.on("pageerror", (error) => output.push(String(error)));
  await page.goto(url);
  return { output, close: () => browser.close() };
}
