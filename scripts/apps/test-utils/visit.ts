import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumArguments, findChromium } from "../../src/system/chromium.ts";

/** A page in a browser, with its requests and errors. */
export interface Visit {
  readonly page: Page;
  /** Returns the API requests since `takeCalls` was last called, such as `GET /users?pagination.count=5`. */
  readonly takeCalls: () => string[];
  /** The errors and warnings on the console, and uncaught errors. */
  readonly consoleErrors: string[];
  /** Returns the text of all responses: documents, scripts and data. */
  readonly receivedText: () => Promise<string>;
}

/** Starts Chromium. @throws if it is not installed. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumArguments] });
}

/** Opens a page in a new profile. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await (await browser.newContext()).newPage();
  const consoleErrors: string[] = [];
  const bodies: Promise<string>[] = [];
  let calls: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) consoleErrors.push(message.text());
  });
  page.on("pageerror", (error) => consoleErrors.push(String(error)));
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/api/iam/")) calls.push(`${request.method()} ${pathname.slice(8)}${search}`);
  });
  page.on("response", (response) => bodies.push(response.text().catch(() => "")));
  await page.goto(url, { waitUntil: "networkidle" });
  return {
    page,
    consoleErrors,
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    receivedText: async () => (await Promise.all(bodies)).join("\n"),
  };
}
