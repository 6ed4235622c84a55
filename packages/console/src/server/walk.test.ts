import { deleteUsers, listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

/** Answers as the API does when its quota is used up. */
function tooManyRequests(msBeforeNext: number) {
  const data = { remainingPoints: 0, msBeforeNext, consumedPoints: 61 };
  return { status: 429, body: { errors: [{ type: "RequestError", message: "Too many requests", data }] } };
}

it("loads the next page as one scrolls to it", async () => {
  const { page, url, workspace } = await open();
  await page.goto(url);
  await page.getByText("200 of 1,000 loaded").waitFor();
  await page.getByRole("row").nth(3).hover();
  await page.mouse.wheel(0, 200 * 56);
  await page.getByText("400 of 1,000 loaded").waitFor();
  await page.getByText(workspace.users[201]?.email ?? "").waitFor();
  expect(workspace.requests.filter(({ operation }) => operation === "listUsers")).toHaveLength(2);
});

it("removes a user, and the list follows", async () => {
  const { page, url, workspace } = await open({ mock: { users: 3 } });
  const [, { name, email } = { name: "", email: "" }] = workspace.users;
  await page.goto(url);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("button", { name: "Remove user" }).click();
  await page
    .getByRole("dialog", { name: `Remove ${name}?` })
    .getByRole("button", { name: "Remove" })
    .click();
  await page.getByText(`${name} was removed`).waitFor();
  await page.getByText("2 of 2 loaded").waitFor();
  await expect.poll(() => page.getByText(email).count(), untilStepTimeout).toBe(0);
  expect(workspace.users.map(({ email }) => email)).not.toContain(email);
});

it("shows at the field what the API refuses", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 0 } });
  await page.goto(`${url}/invites/new`);
  const emails = page.getByRole("combobox", { name: "Email addresses" });
  await emails.pressSequentially("grace@example.com,not-an-address,");
  await page.getByRole("button", { name: "Invite 2 people" }).click();
  await page.getByText('not-an-address: "email" must be a valid email').waitFor();
  expect(await emails.getAttribute("aria-invalid")).toBe("true");
  expect(workspace.invites).toEqual([]);

  await emails.press("Backspace");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByText("grace@example.com was invited").waitFor();
  expect(workspace.invites).toMatchObject([{ email: "grace@example.com" }]);
});

it("shows a 429 as a wait, and goes on by itself", async () => {
  const { page, url, workspace } = await open();
  workspace.fail(listUsers, tooManyRequests(1_500));
  await page.goto(url);
  await page.getByText(/Segment asks to wait \d s; trying again by itself/).waitFor();
  await page.getByText("200 of 1,000 loaded").waitFor();
  await expect.poll(() => page.getByText("Segment asks to wait").count(), untilStepTimeout).toBe(0);
  const [refused, answered] = workspace.requests.filter(({ operation }) => operation === "listUsers");
  expect((answered?.atMs ?? 0) - (refused?.atMs ?? 0)).toBeGreaterThanOrEqual(1_500);
});

it("says that it waits before it removes somebody", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  workspace.fail(deleteUsers, tooManyRequests(800));
  await page.goto(`${url}/users/${workspace.users[1]?.id}`);
  await page.getByRole("button", { name: "Remove user" }).click();
  const dialog = page.getByRole("dialog", { name: /^Remove/ });
  await dialog.getByRole("button", { name: "Remove" }).click();
  await dialog
    .getByText(/Segment asks to wait \d s/)
    .first()
    .waitFor();
  // The list shows it before Segment has answered.
  await page.getByText("1 of 1 loaded").waitFor();
  await page.getByText(/ was removed$/).waitFor();
  expect(workspace.requests.flatMap(({ operation, status }) => (operation === "deleteUsers" ? [status] : []))).toEqual([
    429, 200,
  ]);
});

it("lets no token into the browser", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  const seen = new Map<string, string>();
  const sentAuthorization: string[] = [];
  await page.route("**", async (route) => {
    const response = await route.fetch();
    seen.set(response.url(), `${JSON.stringify(response.headersArray())}\n${await response.text()}`);
    if ("authorization" in (await route.request().allHeaders())) sentAuthorization.push(response.url());
    await route.fulfill({ response });
  });
  workspace.fail(listUsers, { status: 500 });
  for (const [path, text] of [
    ["/users", "2 of 2 loaded"],
    [`/users/${workspace.users[0]?.id}`, "Ada Lovelace"],
    ["/users/nobody", "The user could not be loaded"],
    ["/invites", "25 of 25 loaded"],
    ["/import", "Drop a CSV file here"],
  ] as const) {
    await page.goto(`${url}${path}`);
    await page.getByText(text).first().waitFor();
    seen.set(`page ${path}`, await page.content());
    seen.set(`storage ${path}`, JSON.stringify(await page.context().storageState()));
  }
  await page.unrouteAll({ behavior: "wait" });
  const token = workspace.requests[0]?.headers["authorization"]?.replace("Bearer ", "") ?? "";
  expect(token).toMatch(/^sgp_mock_[0-9a-f]{32}$/);
  const holding = (part: string) => Array.from(seen).flatMap(([name, text]) => (text.includes(part) ? [name] : []));
  expect(holding("ada@example.com")).not.toEqual([]);
  expect(holding(token)).toEqual([]);
  expect(sentAuthorization).toEqual([]);
});
