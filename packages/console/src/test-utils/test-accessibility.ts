import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import type { ConsoleOptions } from "../server/start-console.ts";
import { useBrowser } from "./open-console.ts";

/** A state of the console. */
export interface Scene {
  /** Unique. It also names the screenshots. */
  readonly name: string;
  readonly path: string;
  /** @default a mock workspace of 6 users and 4 invites */
  readonly options?: ConsoleOptions;
  /** Whether the state exists only on a phone. Other scenes are prepared on a desktop, and then resized. @default false */
  readonly isPhoneOnly?: boolean;
  /** Prepares the mock workspace before the page loads. */
  readonly arrange?: (workspace: MockWorkspace) => void;
  /** Brings the page into the state. */
  readonly prepare: (page: Page) => Promise<unknown>;
}

const desktop = { width: 1_280, height: 800 };
/** A desktop at 200% zoom. */
const zoomed = { width: 640, height: 400 };
const phone = { width: 390, height: 844 };

/** The rules whose result depends on the width of the page. The others run once. */
const layoutRules = ["color-contrast", "target-size", "scrollable-region-focusable", "label", "button-name", "region"];

const screenshots = join(import.meta.dirname, "../../reports/screenshots");
const scenesWithDarkScreenshot = new Set(["users", "a user", "the confirmation of a run"]);

/**
 * Registers a test for each scene: axe finds nothing in light and dark mode, on a desktop and a phone, and nothing is wider than its
 * space. Saves screenshots of the scene in reports/screenshots.
 */
export function testAccessibility(scenes: readonly Scene[]): void {
  const open = useBrowser();
  beforeAll(() => mkdir(screenshots, { recursive: true }));

  it.each(scenes)("passes axe in light and dark mode, on a desktop and a phone: $name", async (scene) => {
    const { name, path, options = { mock: { users: 6, invites: 4 } }, isPhoneOnly = false, arrange, prepare } = scene;
    const opened = await open(options, { viewport: isPhoneOnly ? phone : desktop });
    const { page, url } = opened;
    arrange?.(opened.workspace);
    await page.goto(`${url}${path}`);
    await prepare(page);
    // The code of a page loads after the frame around it.
    await page.locator("h1").first().waitFor({ state: "attached" });
    const save = (width: number, suffix = "") =>
      page.screenshot({ path: join(screenshots, `${name.replaceAll(/\W+/g, "-")}-${width}${suffix}.png`) });

    const violations = await findViolations(page);
    if (!isPhoneOnly) {
      await save(desktop.width);
      await setColorScheme(page, "dark");
      violations.push(...(await findViolations(page, ["color-contrast"])));
      if (scenesWithDarkScreenshot.has(name)) await save(desktop.width, "-dark");
      await resize(page, zoomed);
      violations.push(...(await findOverflow(page)));
      await resize(page, phone);
    }
    await setColorScheme(page, "dark");
    violations.push(...(await findViolations(page, ["color-contrast"])));
    await setColorScheme(page, "light");
    violations.push(...(await findViolations(page, layoutRules)), ...(await findOverflow(page)));
    await save(phone.width);
    expect(violations).toEqual([]);
  });
}

async function setColorScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
}

/** Resizes the page, and waits until it is laid out again. */
async function resize(page: Page, size: typeof phone): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Returns the page and the parts of dialogs that are wider than their space. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const cut = [...document.querySelectorAll("[role=dialog]")].flatMap((dialog) => {
      const { right } = dialog.getBoundingClientRect();
      return [...dialog.querySelectorAll("h2, h3, button, input")]
        .filter((element) => element.getBoundingClientRect().right > right + 1)
        .map((element) => `Outside of the dialog at ${innerWidth} px: ${element.outerHTML}`);
    });
    return scrollWidth > innerWidth ? [`The page is ${scrollWidth} px wide at ${innerWidth} px`, ...cut] : cut;
  });
}

/** Runs axe on a page, with all rules or only the given ones. Returns the violations. */
async function findViolations(page: Page, ruleIds?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe: injected } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await injected.run({
      resultTypes: ["violations"],
      ...(rules && { runOnly: { type: "rule", values: [...rules] } }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  }, ruleIds);
}
