import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { download } from "../../test-utils/download.ts";
import { useBrowser } from "../../test-utils/open-console.ts";

const open = useBrowser();

async function startReview(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/access-review`);
  await page.getByRole("button", { name: "Take snapshot" }).click();
  await page.getByRole("button", { name: "Download JSON" }).waitFor();
  await page.getByRole("button", { name: "Start review" }).click();
}

it("prints all changes and decisions without the rest of the console", async () => {
  const { page, url, workspace } = await open({ mock: { users: 40, invites: 0 } });
  await startReview(page, url);
  await page.getByRole("textbox", { name: "Reviewed by" }).fill("Grace Hopper");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const article = page.getByRole("article");
  await article.getByText("Grace Hopper").waitFor();
  expect(await article.getByRole("row").count()).toBe(workspace.users.length + 1);
  expect(await page.getByRole("banner").isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await article.waitFor({ state: "detached" });
});

it("offers to export and print in a menu on a phone", async () => {
  const { page, url } = await open({ mock: { users: 2 } }, { viewport: { width: 390, height: 844 } });
  await startReview(page, url);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Print" }).waitFor();
  const { name } = await download(page, page.getByRole("menuitem", { name: "Export JSON" }));
  expect(name).toMatch(/^access-review-.*\.json$/);
});
