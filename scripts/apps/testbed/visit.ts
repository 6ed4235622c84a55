import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumArguments, findChromium } from "../../src/system/chromium.ts";

/** A page in a browser, and what happened there. */
export interface Visit {
  readonly page: Page;
  /** Calls of the API that the page made, such as `GET /users?pagination.count=5`, since they were last taken. */
  readonly takeCalls: () => string[];
  /** Everything the page complained of: errors and warnings on the console, uncaught errors. */
  readonly complaints: string[];
  /** What the servers sent to the browser: documents, scripts, answers. */
  readonly received: () => Promise<string>;
}

/** Starts Chromium. @throws when there is none. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumArguments] });
}

/** Opens a page in a profile of its own. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  const bodies: Promise<string>[] = [];
  let calls: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/api/iam/")) calls.push(`${request.method()} ${pathname.slice(8)}${search}`);
  });
  page.on("response", (response) => bodies.push(response.text().catch(() => "")));
  await page.goto(url, { waitUntil: "networkidle" });
  return {
    page,
    complaints,
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    received: async () => (await Promise.all(bodies)).join("\n"),
  };
}
