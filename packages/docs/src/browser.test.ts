import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { SITE } from "./test-utils/built-site.ts";

const ORIGIN = "http://docs.test";
let browser: Browser;

beforeAll(async () => {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("Set CHROMIUM_PATH to the path of a Chromium executable");
  browser = await chromium.launch({ executablePath });
});
afterAll(() => browser.close());

/** Opens a page of the built site. Fails the test if the page requests a file that is not part of the site. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const missing: string[] = [];
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.route("**/*", (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === ORIGIN ? findFile(url.pathname) : undefined;
    if (file !== undefined) return route.fulfill({ path: file });
    missing.push(url.href);
    return route.fulfill({ status: 404 });
  });
  onTestFinished(async () => {
    await context.close();
    expect(missing).toEqual([]);
  });
  await page.goto(ORIGIN + path);
  return page;
}

function findFile(path: string): string | undefined {
  const candidates = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  return candidates.map((candidate) => join(SITE, candidate)).find((file) => existsSync(file) && !file.endsWith("/"));
}

it("finds the guide on bulk jobs with the search", async () => {
  const page = await open("/");
  // The search shows its shortcut after hydration.
  await page.getByText("Ctrl").waitFor();
  await page.keyboard.press("Control+k");
  await page.locator(".rp-search-panel__input").fill("bulk");
  await page.locator(".rp-search-panel__results").getByText("Bulk jobs").first().click();
  await expect.poll(() => new URL(page.url()).pathname).toBe("/guide/bulk");
});

it.each([
  ["/", "light"],
  ["/guide/bulk", "light"],
  ["/guide/bulk", "dark"],
  ["/operations/listUsers", "light"],
  ["/operations/listUsers", "dark"],
  ["/api/helpers/interfaces/RetryOptions", "dark"],
] as const)("has no accessibility violations on %s (%s)", async (path, colorScheme) => {
  const page = await open(path, { colorScheme });
  // The theme has two sidebars without accessible names.
  const { violations } = await new AxeBuilder({ page }).disableRules("landmark-unique").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`)).toEqual([]);
});

it.each(["/", "/guide/bulk", "/about/benchmarks", "/operations/listUsers", "/api/react/query/"])(
  "does not scroll horizontally on a phone (%s)",
  async (path) => {
    const page = await open(path, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  },
);
