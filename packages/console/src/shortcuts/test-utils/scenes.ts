import type { Scene } from "../../test-utils/scene.ts";

/** The list of keyboard shortcuts. */
export const shortcutsScenes: readonly Scene[] = [
  {
    name: "the keyboard shortcuts",
    path: "/users",
    async prepare(page) {
      await page.getByText("6 of 6 loaded").waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    },
  },
];
