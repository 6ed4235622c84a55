import { chromium } from "playwright-core";
import { chromiumArguments, findChromium } from "../../src/system/chromium.ts";
import type { ProbeEnd, RunningProbe } from "./runtime.ts";

/** Opens a page in Chromium. `finish` closes it, because a page does not exit. */
export async function startPage(url: string): Promise<RunningProbe> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumArguments] });
  const { promise: ended, resolve } = Promise.withResolvers<ProbeEnd>();
  const page = await browser.newPage();
  page.on("pageerror", (error) => resolve({ end: String(error), output: "" }));
  page.on("crash", () => resolve({ end: "crashed", output: "" }));
  await page.goto(url);
  const close = async (): Promise<ProbeEnd> => {
    await browser.close();
    resolve({ end: "exit 0", output: "" });
    return ended;
  };
  return { ended, finish: close, kill: close };
}
