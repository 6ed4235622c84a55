import { testAccessibility } from "../test-utils/test-accessibility.ts";

testAccessibility([
  {
    name: "the keyboard shortcuts",
    path: "/users",
    async prepare(page) {
      await page.getByText("6 of 6 loaded").waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    },
  },
]);
