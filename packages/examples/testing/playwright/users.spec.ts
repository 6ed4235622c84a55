import { expect, test } from "@playwright/test";

test("removes a user", async ({ page }) => {
  await page.goto("/");
  const button = page.getByText("Remove ada@example.com");
  await button.click();
  await expect(button).toBeHidden();
});
