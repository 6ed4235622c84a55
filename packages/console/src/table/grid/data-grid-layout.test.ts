import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../../test-utils/open-console.ts";

const open = useBrowser();

it.each([
  { screen: "a desktop", width: 1_280, height: 800 },
  { screen: "200% zoom", width: 640, height: 400 },
  { screen: "a phone", width: 390, height: 844 },
])("shows the first role and the resources of each user on $screen", async ({ width, height }) => {
  const { page, url } = await open({ mock: { users: 60 } }, { viewport: { width, height } });
  await page.goto(url);
  await page.getByText("60 of 60 loaded").waitFor();
  for (const isSelected of [false, true]) {
    if (isSelected) await page.getByRole("checkbox", { name: /^Select all/ }).click();
    const cut = await page.locator("tbody tr").evaluateAll((rows) =>
      rows.flatMap((row) => {
        const name = row.querySelector<HTMLElement>("td:nth-child(2) a");
        const role = row.querySelector<HTMLElement>("td:nth-child(4) :is(span, div:not(:has(span)))");
        const texts = [name, role];
        const isCut = texts.some((text) => !text || text.offsetWidth === 0 || text.scrollWidth > text.offsetWidth + 1);
        const resources = row.querySelector<HTMLElement>("td:nth-child(5) div");
        const isResourcesHidden = resources?.textContent !== "" && !resources?.offsetWidth;
        return isCut || isResourcesHidden ? [row.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

it("changes the row height on Comfortable rows, and keeps it after a reload", async () => {
  const { page, url } = await open({ mock: { users: 60 } });
  await page.goto(url);
  const rowHeight = async () => (await page.getByRole("row").nth(1).boundingBox())?.height;
  await expect.poll(rowHeight, untilStepTimeout).toBe(40);
  await page.getByRole("button", { name: "Comfortable rows" }).click();
  await expect.poll(rowHeight, untilStepTimeout).toBe(56);
  await page.reload();
  await expect.poll(rowHeight, untilStepTimeout).toBe(56);
});

it("shows the search and the filters in one row at 200% zoom", async () => {
  const { page, url } = await open({ mock: { users: 6 } }, { viewport: { width: 640, height: 400 } });
  await page.goto(url);
  await page.getByText("6 of 6 loaded").waitFor();
  const middles = await page.locator("select, input[type=search]").evaluateAll((fields) =>
    fields.map((field) => {
      const { top, bottom } = field.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    }),
  );
  expect(middles).toHaveLength(3);
  expect(new Set(middles).size).toBe(1);
});

it("shows all column headers in one size", async () => {
  const { page, url } = await open({ mock: { users: 6 } });
  await page.goto(url);
  await page.getByText("6 of 6 loaded").waitFor();
  const sizes = await page
    .locator("th:not(:has(input)), th button")
    .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).fontSize));
  expect(new Set(sizes)).toEqual(new Set(["12px"]));
});
