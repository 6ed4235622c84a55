import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Runs axe on a page in light mode, and checks its contrast in dark mode. Returns the violations. */
export async function findViolations(page: Page): Promise<string[]> {
  const inLightMode = await violationsOf(new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
  const inDarkMode = await violationsOf(new AxeBuilder({ page }).withRules("color-contrast"));
  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("html[data-mantine-color-scheme=light]").waitFor();
  return [...inLightMode, ...inDarkMode];
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  // The default mode opens a tab to check frames. The console has no frames.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
