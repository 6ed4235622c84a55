import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

it("lists the shortcuts on ?, and closes on Esc", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  for (const key of ["K", "/", "R", "?", "Esc", "Enter", "Space", "Shift"]) {
    await dialog.getByText(key, { exact: true }).first().waitFor();
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByRole("dialog").count()).toBe(0);
});

it("refreshes the page on R", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3 } });
  await page.goto(url);
  await page.getByText("3 of 3 loaded").waitFor();
  workspace.users.pop();
  await page.keyboard.press("r");
  await page.getByText("2 of 2 loaded").waitFor();
  expect(workspace.requests.filter(({ operation }) => operation === "listUsers")).toHaveLength(2);
});

it("ignores single-key shortcuts in text fields, selects and dialogs, but not on a checkbox", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3 } });
  const requests = () => workspace.requests.filter(({ operation }) => operation === "listUsers").length;
  await page.goto(url);
  await page.getByText("3 of 3 loaded").waitFor();
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("r?/");
  await expect.poll(() => page.getByRole("searchbox").inputValue(), untilStepTimeout).toBe("r?/");
  await page.getByRole("searchbox").press("Escape");
  await page.getByRole("combobox", { name: "Role" }).focus();
  await page.keyboard.press("r");
  await page.goto(`${url}/users/${workspace.users[1]?.id}`);
  await page.getByRole("button", { name: "Remove user" }).waitFor();
  const before = requests();
  await page.keyboard.press("?");
  await page.keyboard.press("r");
  expect(await page.getByRole("dialog", { name: "Keyboard shortcuts" }).count()).toBe(0);
  expect(requests()).toBe(before);

  await page.goto(url);
  await page.getByRole("checkbox", { name: "Select all 3 users shown" }).click();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
});

it("turns off single-key shortcuts, and keeps Ctrl-K", async () => {
  const { page, url } = await open({ mock: { users: 2 } });
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Single-key shortcuts" }).uncheck();
  await page.reload();
  await page.getByText("2 of 2 loaded").waitFor();
  for (const key of ["?", "/"]) await page.keyboard.press(key);
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Command palette" }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(1);
});
