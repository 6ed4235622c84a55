import { deleteUsers, listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

/** The API's response to a request over the rate limit. */
function tooManyRequests(msBeforeNext: number) {
  const data = { remainingPoints: 0, msBeforeNext, consumedPoints: 61 };
  return { status: 429, body: { errors: [{ type: "RequestError", message: "Too many requests", data }] } };
}

it("loads the next page on scroll", async () => {
  const { page, url, workspace } = await open();
  await page.goto(url);
  await page.getByText("200 of 1,000 loaded").waitFor();
  await page.getByRole("row").nth(3).hover();
  await page.mouse.wheel(0, 200 * 56);
  await page.getByText("1,000 of 1,000 loaded").waitFor();
  await page.getByText(workspace.users[201]?.email ?? "").waitFor();
  expect(workspace.requests.filter(({ operation }) => operation === "listUsers")).toHaveLength(2);
});

it("removes a user and updates the list", async () => {
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

it("counts down and retries on a 429", async () => {
  const { page, url, workspace } = await open();
  workspace.fail(listUsers, tooManyRequests(1_500));
  await page.goto(url);
  await page
    .getByText(/Rate limit reached. Retrying in \d s/)
    .first()
    .waitFor();
  await page.getByText("200 of 1,000 loaded").waitFor();
  await expect.poll(() => page.getByText("Rate limit reached").count(), untilStepTimeout).toBe(0);
  const [rejected, accepted] = workspace.requests.filter(({ operation }) => operation === "listUsers");
  expect((accepted?.receivedAtMs ?? 0) - (rejected?.receivedAtMs ?? 0)).toBeGreaterThanOrEqual(1_500);
});

it("shows that Segment is unavailable on a 503 with Retry-After", async () => {
  const { page, url, workspace } = await open();
  workspace.fail(listUsers, { status: 503, headers: { "retry-after": "2" }, body: "" });
  await page.goto(url);
  await page
    .getByText(/Segment is unavailable. Retrying in \d s/)
    .first()
    .waitFor();
  await page.getByText("200 of 1,000 loaded").waitFor();
  expect(workspace.requests.flatMap(({ operation, status }) => (operation === "listUsers" ? [status] : []))).toEqual([
    503, 200,
  ]);
});

it("counts down in the dialog when removing a user returns a 429", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  workspace.fail(deleteUsers, tooManyRequests(800));
  await page.goto(`${url}/users/${workspace.users[1]?.id}`);
  await page.getByRole("button", { name: "Remove user" }).click();
  const dialog = page.getByRole("dialog", { name: /^Remove/ });
  await dialog.getByRole("button", { name: "Remove" }).click();
  await dialog
    .getByText(/Rate limit reached. Retrying in \d s/)
    .first()
    .waitFor();
  // The optimistic update removes the user from the list before the response arrives.
  await page.getByText("1 of 1 loaded").waitFor();
  await page.getByText(/ was removed$/).waitFor();
  expect(workspace.requests.flatMap(({ operation, status }) => (operation === "deleteUsers" ? [status] : []))).toEqual([
    429, 200,
  ]);
});
