import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { chooseFile } from "./test-utils/choose-file.ts";
import { untilStepTimeout, useBrowser } from "./test-utils/open-console.ts";

const open = useBrowser();
const forcedColors = { forcedColors: "active" } as const;

/** Returns the computed value of a CSS property. */
function styleOf(element: Locator, property: string): Promise<string> {
  return element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
}

it("shows selected rows, checked boxes and the focus in forced colors", async () => {
  const { page, url } = await open({ mock: { users: 3 } }, forcedColors);
  await page.goto(url);
  const [first, second] = [page.getByRole("row").nth(1), page.getByRole("row").nth(2)];
  await first.press("Space");
  expect([await styleOf(first, "border-left-width"), await styleOf(second, "border-left-width")]).toEqual([
    "4px",
    "0px",
  ]);
  // The browser draws the mark of a checked box itself.
  expect(await styleOf(first.getByRole("checkbox"), "appearance")).toBe("auto");
  expect([await styleOf(first, "outline-style"), await styleOf(second, "outline-style")]).toEqual(["solid", "none"]);
});

it("shows the focused field and the active option of a list in forced colors", async () => {
  const { page, url } = await open({ mock: { users: 60 } }, forcedColors);
  await page.goto(`${url}/invites/new`);
  await page.getByRole("button", { name: "Add permission" }).click();
  const role = page.getByRole("combobox", { name: "Role" });
  expect(await styleOf(role, "outline-style")).toBe("none");
  await role.press("ArrowDown");
  expect(await styleOf(role, "outline-style")).toBe("solid");
  const active = page.locator("[data-combobox-selected]");
  await active.waitFor();
  expect(await styleOf(active, "outline-style")).toBe("solid");
  expect(await styleOf(page.locator("[role=option]:not([data-combobox-selected])").first(), "outline-style")).toBe(
    "none",
  );
});

it("shows the mark of a checked option in forced colors", async () => {
  const { page, url } = await open({ mock: { users: 3 } }, forcedColors);
  await page.goto(`${url}/import`);
  await chooseFile(page, ["Email,Role", "al@example.org,Boss"]);
  const checkbox = page.getByRole("checkbox", { name: "First row contains column names" });
  const icon = checkbox.locator("xpath=following-sibling::*[local-name()='svg']");
  expect(await checkbox.isChecked()).toBe(true);
  await expect.poll(() => styleOf(icon, "opacity"), untilStepTimeout).toBe("1");
  expect(await styleOf(icon, "color")).not.toBe(await styleOf(checkbox, "background-color"));
  await checkbox.click();
  await expect.poll(() => styleOf(icon, "opacity"), untilStepTimeout).toBe("0");
});
