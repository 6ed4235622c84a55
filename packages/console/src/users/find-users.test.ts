import { expect, it } from "vitest";
import { download } from "../test-utils/download.ts";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";
import type { MockWorkspace } from "@segment-iam/msw/server";
import { showUsers } from "./show-users.ts";

const open = useBrowser();

/** The role of the last user with a role. */
function lastRoleOf({ users }: MockWorkspace) {
  const role = users.flatMap(({ permissions = [] }) => permissions).at(-1);
  if (!role) throw new Error("No user has a role");
  return role;
}

it("loads all users for a search in the URL, in pages of 1,000", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2_300 } });
  const user = workspace.users.at(-1);
  await page.goto(`${url}/users?q=${encodeURIComponent(user?.email ?? "")}`);
  await page.getByText("1 match in all 2,300").waitFor();
  await page.getByRole("link", { name: user?.name ?? "", exact: true }).waitFor();
  expect(workspace.requests.filter(({ operation }) => operation === "listUsers")).toHaveLength(4);

  await page.reload();
  await page.getByText("1 match in all 2,300").waitFor();
});

it("shows progress while a search loads users, and stops loading on Stop", async () => {
  const { page, url } = await open({ mock: { users: 1_300 } });
  // Holds the second page back until the search is stopped.
  const requested = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route(/pagination\.cursor/, async (route) => {
    requested.resolve();
    await released.promise;
    await route.continue();
  });
  await page.goto(`${url}/users?q=nobody-here`);
  await page.getByText("0 matches in 200 of 1,300 loaded").waitFor();
  await requested.promise;
  await page.getByRole("progressbar", { name: "Loading users" }).waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  released.resolve();
  await page.getByText("0 matches in 1,200 of 1,300 loaded").waitFor();
  await page.getByText("No loaded users match.").waitFor();
  await page.getByRole("button", { name: "Load all" }).click();
  await page.getByText("0 matches in all 1,300").waitFor();
  expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(0);
});

it("filters and sorts by parameters in the URL, with the same result after a reload", async () => {
  const { page, url, workspace } = await open({ mock: { users: 300 } });
  const { roleId, roleName } = lastRoleOf(workspace);
  await page.goto(url);
  await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "No roles" });
  const withoutRole = showUsers(workspace.users, new URLSearchParams("role=none"));
  await page.getByText(`${withoutRole.length} matches in all 300`).waitFor();

  await page.getByRole("combobox", { name: "Role" }).selectOption({ label: roleName });
  await page.getByRole("button", { name: "Email" }).click();
  await page.getByRole("columnheader", { name: "Email" }).and(page.locator("[aria-sort=ascending]")).waitFor();
  await page.getByRole("button", { name: "Email" }).click();
  const params = new URLSearchParams({ role: roleId, sort: "-email" });
  expect(new URL(page.url()).searchParams.toString()).toBe(params.toString());
  const expected = showUsers(workspace.users, params).map(({ email }) => email);
  const shownEmails = () => page.locator("tbody tr td:nth-child(3)").allTextContents();
  for (const load of [() => undefined, () => page.reload()]) {
    await load();
    await page.getByText(`${expected.length} matches in all 300`).waitFor();
    await expect.poll(shownEmails, untilStepTimeout).toEqual(expected.slice(0, (await shownEmails()).length));
  }

  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByText("300 of 300 loaded").waitFor();
});

it("moves the focus to the search with / and clears it with Esc, except in a dialog", async () => {
  const { page, url, workspace } = await open({ mock: { users: 30 } });
  await page.goto(url);
  await page.getByText("30 of 30 loaded").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("nobody-here");
  await page.getByText("0 matches").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("30 of 30 loaded").waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("");

  await page.getByRole("link", { name: workspace.users[1]?.name ?? "", exact: true }).click();
  await page.getByRole("button", { name: "Remove user" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("nobody-here");
  expect(await page.locator("input[type=search]").inputValue()).toBe("");
});

it("refreshes the list and shows when it was loaded", async () => {
  const { page, url, workspace } = await open({ mock: { users: 30 } });
  await page.clock.install();
  await page.goto(url);
  await page.getByText("Updated just now").waitFor();
  await page.clock.fastForward("02:05");
  await page.getByText("Updated 2 min ago").waitFor();
  workspace.users.pop();
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("29 of 29 loaded").waitFor();
  expect(await page.getByText(/^Updated/).textContent()).toBe("Updated just now");
});

it("restores the scroll position on Back, and does not reopen a closed user", async () => {
  const { page, url, workspace } = await open();
  await page.goto(url);
  const frame = page.getByRole("grid").locator("..");
  await page.getByText("200 of 1,000 loaded").waitFor();
  await frame.evaluate((element) => element.scrollTo(0, 2_000));
  const user = workspace.users[52];
  await page
    .getByRole("link", { name: user?.name ?? "" })
    .locator("visible=true")
    .first()
    .click();
  await page.getByRole("button", { name: "Remove user" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Invites", exact: true }).click();
  await page.getByRole("heading", { name: "Invites" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Users" }).waitFor();
  await expect.poll(() => frame.evaluate(({ scrollTop }) => scrollTop), untilStepTimeout).toBe(2_000);
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.goBack();
  await expect.poll(() => page.url(), untilStepTimeout).not.toContain("/users/");
});

it("exports the shown users as CSV", async () => {
  const { page, url, workspace } = await open({ mock: { users: 300 } });
  const user = workspace.users.find(({ permissions = [] }) => permissions.length > 1);
  await page.goto(url);
  for (const [search, count] of [
    ["", 300],
    [user?.email ?? "", 1],
  ] as const) {
    await page.getByRole("searchbox").fill(search);
    const { text } = await download(page, "Export CSV");
    const [header, ...lines] = text.replace("\uFEFF", "").split("\r\n");
    expect(header).toBe("id,name,email,roles,resources");
    expect(lines).toHaveLength(count);
    const roles = user?.permissions?.map(({ roleName }) => roleName).join("; ") ?? "";
    const line = lines.find((candidate) => candidate.includes(user?.id ?? ""));
    expect(line).toContain(`${user?.email},${roles},`);
    for (const { resources } of user?.permissions ?? []) {
      for (const { id, type } of resources) expect(line).toContain(`${type} ${id}`);
    }
  }
});
