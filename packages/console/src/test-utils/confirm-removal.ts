import type { Locator, Page } from "playwright-core";
import { formatCount } from "../format.ts";

/**
 * Selects all users and opens the confirmation of their removal. Returns its confirm button, which is enabled.
 *
 * @param count the number of users. @default any number
 */
export async function confirmRemoval(page: Page, count?: number): Promise<Locator> {
  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  await page.getByRole("button", { name: "Remove users", exact: true }).click();
  const name = count === undefined ? /^Remove [\d,]+ users\?$/ : `Remove ${formatCount(count)} users?`;
  const dialog = page.getByRole("dialog", { name, exact: true });
  await typeToConfirm(dialog);
  return dialog.getByRole("button", { name: "Remove users", exact: true });
}

/** Types the text that a dialog requires before its confirm button is enabled. Does nothing if it requires none. */
export async function typeToConfirm(dialog: Locator): Promise<void> {
  await dialog.waitFor();
  const [, text] = /Type (\S+) to confirm/.exec(await dialog.innerText()) ?? [];
  if (text !== undefined) await dialog.getByRole("textbox").fill(text);
}
