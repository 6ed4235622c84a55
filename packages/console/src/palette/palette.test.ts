import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { download } from "../test-utils/download.ts";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

const isNextPage = (address: URL) => address.search.includes("pagination.cursor");

const search = (page: Page) => page.getByRole("combobox", { name: "Search or run a command" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Command palette" });

/** Returns the text of the active option, as assistive technology finds it; an empty string without one. */
async function activeOption(page: Page): Promise<string> {
  const id = await search(page).getAttribute("aria-activedescendant");
  const texts = await page.locator(`[id="${id}"][aria-selected=true]`).allInnerTexts();
  return texts.join();
}

async function openPalette(page: Page): Promise<void> {
  // The shortcut works once the button is rendered and its effects have run.
  await page.getByRole("button", { name: "Search or run a command" }).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await page.keyboard.press("Control+k");
  await search(page).waitFor();
  await expect.poll(() => hasFocus(search(page)), untilStepTimeout).toBe(true);
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
}

it("opens by button or Ctrl-K, moves with the arrow keys, and returns the focus on Esc", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();
  const button = page.getByRole("button", { name: "Search or run a command" });
  await button.click();
  await search(page).waitFor();
  await expect.poll(() => hasFocus(search(page)), untilStepTimeout).toBe(true);
  expect(await activeOption(page)).toContain("Go to users");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => activeOption(page), untilStepTimeout).toContain("Go to invites");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => activeOption(page), untilStepTimeout).toContain("Keyboard shortcuts");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  expect(await hasFocus(button)).toBe(true);

  await page.getByRole("searchbox").focus();
  await openPalette(page);
  await page.keyboard.press("Control+k");
  await dialog(page).waitFor({ state: "detached" });
  expect(await hasFocus(page.getByRole("searchbox"))).toBe(true);
});

it.each([
  ["invites", "Go to invites", "Invites", "/invites"],
  ["csv upload", "Import invites", "Import invites", "/import"],
])("goes to a page and focuses its heading: %s", async (text, label, heading, path) => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();
  await openPalette(page);
  await page.keyboard.type(text);
  await page.getByRole("option", { name: label }).click();
  const title = page.getByRole("heading", { name: heading, exact: true });
  await title.waitFor();
  expect(new URL(page.url()).pathname).toBe(path);
  await expect.poll(() => hasFocus(title), untilStepTimeout).toBe(true);
});

it("finds a user who is not loaded yet by email, and opens the user from any page", async () => {
  const { page, url, workspace } = await open({ mock: { users: 1_300 } });
  const user = workspace.users.at(-1);
  await page.goto(`${url}/import`);
  await page.getByRole("heading", { name: "Import invites" }).waitFor();
  await openPalette(page);
  await page.keyboard.type(user?.email ?? "");
  await expect.poll(() => activeOption(page), untilStepTimeout).toContain(user?.email);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: user?.name ?? "", exact: true }).waitFor();
  const drawer = page.getByRole("dialog").filter({ has: page.getByRole("button", { name: "Remove user" }) });
  await expect.poll(() => hasFocus(drawer), untilStepTimeout).toBe(true);

  await openPalette(page);
  await page
    .getByRole("group", { name: "Recent" })
    .getByRole("option", { name: user?.name ?? "" })
    .waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  expect(await drawer.isVisible()).toBe(true);
});

it("opens another user from an open user, and returns to the list on Esc", async () => {
  const { page, url, workspace } = await open({ mock: { users: 5 } });
  const [, first, second] = workspace.users;
  await page.goto(`${url}/users?sort=-email`);
  await page.getByRole("link", { name: first?.name ?? "", exact: true }).click();
  await page.getByRole("heading", { name: first?.name ?? "" }).waitFor();
  await openPalette(page);
  await page.keyboard.type(second?.email ?? "");
  await expect.poll(() => activeOption(page), untilStepTimeout).toContain(second?.email);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: second?.name ?? "" }).waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect.poll(() => new URL(page.url()).pathname, untilStepTimeout).toBe("/users");
  expect(new URL(page.url()).search).toBe("?sort=-email");
});

it("finds an invite", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2, invites: 4 } });
  const email = workspace.invites[2]?.email ?? "";
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();
  await openPalette(page);
  await page.keyboard.type(email);
  await page.getByRole("group", { name: "Invites" }).getByRole("option", { name: email }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("1 match in all 4").waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(email);
});

it("exports all users as CSV, from any page", async () => {
  const { page, url } = await open({ mock: { users: 1_300 } });
  await page.goto(`${url}/import`);
  await openPalette(page);
  await page.keyboard.type("csv");
  const { text } = await download(page, page.getByRole("option", { name: "Export all users as CSV" }));
  expect(text.split("\r\n")).toHaveLength(1_301);
  await page.getByText("1,300 users exported").waitFor();
  await dialog(page).waitFor({ state: "detached" });
});

it("switches the color scheme and the row height, and lists the commands under Recent", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();
  await openPalette(page);
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
  const row = page.getByRole("row").nth(1);
  const heightBefore = (await row.boundingBox())?.height ?? 0;
  await openPalette(page);
  await page.keyboard.type("row height");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await row.boundingBox())?.height, untilStepTimeout).toBeGreaterThan(heightBefore);
  await page.reload();
  await page.getByText("2 of 2 loaded").waitFor();
  await openPalette(page);
  const recent = page.getByRole("group", { name: "Recent" }).getByRole("option");
  expect(await recent.allInnerTexts()).toEqual(["Compact rows", "Switch to light mode"]);
});

it("stays closed while a confirmation is open, and ignores the typed text of a search without results", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  await page.goto(`${url}/users/${workspace.users[1]?.id}`);
  await page.getByRole("button", { name: "Remove user" }).click();
  await page.getByRole("dialog", { name: /^Remove/ }).waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: /^Remove/ }).waitFor({ state: "detached" });
  expect(await dialog(page).count()).toBe(0);

  await openPalette(page);
  await page.keyboard.type("zzzz");
  await page.getByText("No results for “zzzz”").waitFor();
  expect(await search(page).getAttribute("aria-expanded")).toBe("false");
  await page.keyboard.press("Enter");
  expect(await dialog(page).isVisible()).toBe(true);
});

it("shows that users could not be loaded, and retries", async () => {
  const { page, url, workspace } = await open({ mock: { users: 1_300 } });
  await page.goto(url);
  await page.getByText("200 of 1,300 loaded").waitFor();
  await page.route(isNextPage, (route) => route.fulfill({ status: 403, json: { errors: [{ type: "forbidden" }] } }));
  await openPalette(page);
  await page.keyboard.type(workspace.users.at(-1)?.email ?? "");
  await dialog(page).getByText("Could not load users").waitFor();
  const tryAgain = dialog(page).getByRole("button", { name: "Try again" });
  await tryAgain.waitFor();
  await page.unroute(isNextPage);
  await tryAgain.click();
  await expect.poll(() => activeOption(page), untilStepTimeout).toContain(workspace.users.at(-1)?.email);
});
