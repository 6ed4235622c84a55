import { listUsers } from "@segment-iam/client";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

it.each([
  ["the ID", { workspaceId: "9aQ1Lj62S4bomZKLF4DPqW" }, "9aQ1Lj62S4bomZKLF4DPqW"],
  ["that the ID is unknown", {}, "ID unknown"],
])("shows that a workspace is live, its region and %s on a phone", async (_, options, text) => {
  const { page, url } = await open({ token: "sgp_test", region: "eu", ...options }, phone);
  await page.goto(`${url}/import`);
  const banner = page.getByRole("banner");
  for (const shown of ["Live workspace", "Region eu", text]) await banner.getByText(shown).waitFor();
  const isWithinWindow = await banner
    .getByText("Region eu")
    .evaluate((element) => element.getBoundingClientRect().right <= innerWidth);
  expect(isWithinWindow).toBe(true);
});

it("names the workspace in the dialog that removes a user", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  await page.goto(`${url}/users/${workspace.users[1]?.id}`);
  await page.getByRole("button", { name: "Remove user" }).click();
  const dialog = page.getByRole("dialog", { name: /^Remove/ });
  await expect.poll(() => dialog.innerText(), untilStepTimeout).toContain("This changes the mock workspace.");
});

it("makes the links of a closed menu unreachable by keyboard", async () => {
  const { page, url } = await open({ mock: { users: 2 } }, phone);
  await page.goto(url);
  const link = page.getByRole("link", { name: "Invites", exact: true });
  await page.getByText("2 of 2 loaded").waitFor();
  expect(await link.count()).toBe(0);
  await page.getByRole("button", { name: "Open menu" }).click();
  await link.click();
  await page.getByRole("heading", { name: "Invites", exact: true }).waitFor();
  await expect.poll(() => link.count(), untilStepTimeout).toBe(0);
});

it.each([767, 768])("offers either the menu or the links of the pages, at a width of %i px", async (width) => {
  const { page, url } = await open({ mock: { users: 2 } }, { viewport: { width, height: 800 } });
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();
  const menu = await page.getByRole("button", { name: "Open menu" }).isVisible();
  const links = await page.getByRole("link", { name: "Invites", exact: true }).isVisible();
  expect({ menu, links }).toEqual({ menu: width < 768, links: width >= 768 });
});

it("marks the current page with a border in forced colors", async () => {
  const { page, url } = await open({ mock: { users: 2 } }, { forcedColors: "active" });
  await page.goto(url);
  const borderOf = (name: string) =>
    page.getByRole("link", { name, exact: true }).evaluate((element) => getComputedStyle(element).borderTopWidth);
  await page.getByText("2 of 2 loaded").waitFor();
  expect([await borderOf("Users"), await borderOf("Invites")]).toEqual(["2px", "0px"]);
});

it("shows 0% while a 429 states that no requests are left, and then an unknown rate limit until the next response", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  const data = { remainingPoints: 0, msBeforeNext: 60_000, consumedPoints: 61 };
  const body = { errors: [{ type: "RequestError", message: "Too many requests", data }] };
  const labels = new Set<string>();
  await page.exposeFunction("recordLabel", (label: string) => labels.add(label));
  await page.addInitScript(() => {
    const { recordLabel } = globalThis as unknown as { recordLabel: (label: string) => void };
    new MutationObserver(() => {
      const label = document.querySelector("[aria-label^='Rate limit: ']")?.getAttribute("aria-label");
      if (label) recordLabel(label);
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.clock.install();
  workspace.fail(listUsers, { status: 429, body });
  await page.goto(url);
  await page.getByRole("button", { name: "Rate limit: 0% left" }).waitFor();
  await page.clock.fastForward(60_000);
  await page.getByText("2 of 2 loaded").waitFor();
  await page.getByRole("button", { name: /Rate limit: 9\d% left/ }).waitFor();
  expect([...labels].filter((label) => label.includes("100%"))).toEqual([]);
});

it("lists the requests left for each operation", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(url);
  await page.getByRole("button", { name: /Rate limit: \d+% left/ }).click();
  const panel = page.getByRole("region", { name: "Rate limits" });
  await expect.poll(() => panel.innerText(), untilStepTimeout).toMatch(/List users\s+\d+ of \d+/);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
});

it("states that Segment cannot be reached from this machine, and recovers by itself", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  await page.clock.install();
  workspace.fail(listUsers, { status: "network-error", times: 100 });
  await page.goto(url);
  const notice = page.getByText("Segment cannot be reached from this machine");
  // Each poll moves the time towards the next attempt, without reaching the time limit of a request.
  const passTime = () => page.clock.fastForward(1_000);
  const isShown = (locator: Locator) => passTime().then(() => locator.isVisible());
  await expect.poll(() => isShown(notice), untilStepTimeout).toBe(true);
  workspace.reset();
  await expect.poll(() => isShown(page.getByText("2 of 2 loaded")), untilStepTimeout).toBe(true);
  await expect.poll(() => notice.count(), untilStepTimeout).toBe(0);
});
