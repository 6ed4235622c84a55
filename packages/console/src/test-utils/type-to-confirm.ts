import type { Locator } from "playwright-core";

/** Types the text that a dialog requires before its confirm button is enabled. Does nothing if it requires none. */
export async function typeToConfirm(dialog: Locator): Promise<void> {
  await dialog.waitFor();
  const [, text] = /Type (\S+) to confirm/.exec(await dialog.innerText()) ?? [];
  if (text !== undefined) await dialog.getByRole("textbox").fill(text);
}
