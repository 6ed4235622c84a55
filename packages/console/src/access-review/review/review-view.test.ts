import { expect, it } from "vitest";
import { download } from "../../test-utils/download.ts";
import { untilStepTimeout, useBrowser } from "../../test-utils/open-console.ts";
import { startReview } from "../test-utils/start-review.ts";

const open = useBrowser();

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

it("keeps hidden rows selected after a decision about the shown rows", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3, invites: 0 } });
  await startReview(page, url);
  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  await page.getByRole("searchbox").fill(workspace.users[0]?.email ?? "");
  await page.getByText("1 of 3 shown").waitFor();
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Approve" }).click();
  await page.getByText("1 of 3 decided").waitFor();
  await page.getByRole("searchbox").fill("");
  const selected = page.getByRole("region", { name: "Selection" }).getByText(/selected/);
  await expect.poll(() => selected.innerText(), untilStepTimeout).toBe("2 selected");
});
