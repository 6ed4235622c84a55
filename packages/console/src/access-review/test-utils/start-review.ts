import type { Page } from "playwright-core";

/** Opens the access review, takes a snapshot and starts its review. */
export async function startReview(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/access-review`);
  await page.getByRole("button", { name: "Take snapshot" }).click();
  await page.getByRole("button", { name: "Download JSON" }).waitFor();
  await page.getByRole("button", { name: "Start review" }).click();
}

/** Approves the first row of a review of 3 rows. The review is then saved in the browser. */
export async function approveFirstRow(page: Page): Promise<void> {
  await page.getByRole("row").nth(1).press("Space");
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByText("1 of 3 decided").waitFor();
}
