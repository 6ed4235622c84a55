import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../../test-utils/open-console.ts";
import { approveFirstRow, startReview } from "../test-utils/start-review.ts";

const open = useBrowser();

it("reports on Continue that another tab has discarded the review, and removes it from the list", async () => {
  const { page, url } = await open({ mock: { users: 3, invites: 0 } });
  await startReview(page, url);
  await approveFirstRow(page);
  await page.reload();
  const saved = page.getByText("Unfinished review");
  await saved.waitFor();

  const other = await page.context().newPage();
  await other.goto(`${url}/access-review`);
  await other.getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => other.getByText("Unfinished review").count(), untilStepTimeout).toBe(0);

  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByRole("alert").getByText("Could not load the review").waitFor();
  await expect.poll(() => saved.count(), untilStepTimeout).toBe(0);
});
