import { createInvites } from "@segment-iam/client";
import { expect, it } from "vitest";
import { chooseFile } from "../test-utils/choose-file.ts";
import { useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

it("sends the invites of a file, leaves out rows with a problem and reports rejected invites", async () => {
  const { page, url, workspace } = await open({ mock: { users: 1, invites: 0 } });
  await page.goto(`${url}/import`);
  await chooseFile(page, ["email", "new@example.org", "no address", "ada@example.com", "other@example.org"]);
  await page.getByText("3 people to invite").waitFor();
  expect(await page.getByRole("alert").innerText()).toContain("Line 3: invalid email address");
  await page.getByRole("button", { name: "Invite 3 people" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("2 of 3 people invited").waitFor();
  await dialog.getByText("ada@example.com already has an invite or belongs to a user").waitFor();
  expect(workspace.invites.map(({ email }) => email)).toEqual(["new@example.org", "other@example.org"]);

  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download report" }).click();
  expect((await download).suggestedFilename()).toBe("invite-report.csv");
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByText("1 row needs attention").waitFor();
});

it("shows one estimate that includes the wait for the rate limit, then continues", async () => {
  const { page, url, workspace } = await open({
    mock: { invites: 0, limits: { createInvites: { requests: 2, windowSeconds: 50 } } },
  });
  await page.clock.install();
  await page.goto(`${url}/import`);
  await chooseFile(
    page,
    Array.from({ length: 250 }, (_, index) => `p${index}@example.org`),
  );
  await page.getByRole("button", { name: "Invite 250 people" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Rate limit reached. The run continues by itself.").waitFor();
  expect((await dialog.innerText()).match(/\d+ s\b.*/g)).toEqual([expect.stringMatching(/^[1-5]?\d s left$/)]);
  workspace.advance(50_000);
  await page.clock.fastForward(50_000);
  await dialog.getByText("250 people invited").waitFor();
  expect(
    workspace.requests.filter(({ operation }) => operation === createInvites.id).map(({ status }) => status),
  ).toEqual([201, 201, 201]);
});
