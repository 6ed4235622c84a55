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

it.each([
  ["Rate limit reached", "a 429", tooManyRequests(60_000)],
  ["Segment is unavailable", "a 503 with Retry-After", { status: 503, headers: { "retry-after": "60" }, body: "" }],
])("shows “%s”, counts down and retries on %s", async (reason, _, fault) => {
  const { page, url, workspace } = await open();
  const statuses = () =>
    workspace.requests.flatMap(({ operation, status }) => (operation === listUsers.id ? [status] : []));
  await page.clock.install();
  workspace.fail(listUsers, fault);
  await page.goto(url);
  const countdown = page.getByText(new RegExp(`^${reason}. Retrying in \\d+ s$`)).first();
  await countdown.waitFor();
  await page.clock.fastForward(30_000);
  const secondsLeft = async () => Number(/\d+/.exec(await countdown.innerText())?.[0]);
  await expect.poll(secondsLeft, untilStepTimeout).toBeLessThanOrEqual(30);
  expect(statuses()).toEqual([fault.status]);
  await page.clock.fastForward(30_000);
  await page.getByText("200 of 1,000 loaded").waitFor();
  await expect.poll(() => page.getByText(reason).count(), untilStepTimeout).toBe(0);
  expect(statuses()).toEqual([fault.status, 200]);
});

it("counts down in the dialog when removing a user returns a 429", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  await page.clock.install();
  workspace.fail(deleteUsers, tooManyRequests(60_000));
  await page.goto(`${url}/users/${workspace.users[1]?.id}`);
  await page.getByRole("button", { name: "Remove user" }).click();
  const dialog = page.getByRole("dialog", { name: /^Remove/ });
  await dialog.getByRole("button", { name: "Remove" }).click();
  await dialog
    .getByText(/Rate limit reached. Retrying in \d+ s/)
    .first()
    .waitFor();
  // The optimistic update removes the user from the list before the response arrives.
  await page.getByText("1 of 1 loaded").waitFor();
  await page.clock.fastForward(60_000);
  await page.getByText(/ was removed$/).waitFor();
  expect(workspace.requests.flatMap(({ operation, status }) => (operation === "deleteUsers" ? [status] : []))).toEqual([
    429, 200,
  ]);
});
