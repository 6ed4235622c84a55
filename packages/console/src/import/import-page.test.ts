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
  await page.getByText("2 of 3 invited").waitFor();
  await page.getByText("ada@example.com already has an invite or belongs to a user").waitFor();
  expect(workspace.invites.map(({ email }) => email)).toEqual(["new@example.org", "other@example.org"]);
  await page.getByText("1 row needs attention").waitFor();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download report" }).click();
  expect((await download).suggestedFilename()).toBe("report.csv");
});

it("stops a running import and reports the items not attempted", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 0, latencyMs: 500 } });
  await page.goto(`${url}/import`);
  await chooseFile(
    page,
    Array.from({ length: 900 }, (_, index) => `p${index}@example.org`),
  );
  await page.getByRole("button", { name: "Invite 900 people" }).click();
  await page.getByText(/[1-5]00 of 900/).waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByText("Paused").first().waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText(/of 900 invited/).waitFor();
  await page.getByText("not attempted").first().waitFor();
  expect(workspace.invites.length).toBeLessThan(900);
});

it("asks for confirmation before the tab closes during an import", async () => {
  const { page, url } = await open({ mock: { invites: 0, latencyMs: 2_000 } });
  await page.goto(`${url}/import`);
  await chooseFile(page, ["ada@example.org"]);
  await page.getByRole("button", { name: "Invite 1 person" }).click();
  await page.getByText("0 of 1").waitFor();
  const dialogOpened = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await dialogOpened;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
});

it("continues an import while another page is shown", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 0, latencyMs: 300 } });
  await page.goto(`${url}/import`);
  await chooseFile(
    page,
    Array.from({ length: 600 }, (_, index) => `p${index}@example.org`),
  );
  await page.getByRole("button", { name: "Invite 600 people" }).click();
  await page.getByText(/[1-3]00 of 600/).waitFor();
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await page.getByRole("heading", { name: "Users" }).waitFor();
  await page.getByRole("link", { name: "Import invites", exact: true }).click();
  await page.getByText("600 of 600 invited").waitFor();
  expect(workspace.invites).toHaveLength(600);
});

it("counts down while the rate limit is reached, then continues", async () => {
  const { page, url, workspace } = await open({
    mock: { invites: 0, limits: { createInvites: { requests: 2, windowSeconds: 2 } } },
  });
  await page.goto(`${url}/import`);
  await chooseFile(
    page,
    Array.from({ length: 250 }, (_, index) => `p${index}@example.org`),
  );
  await page.getByRole("button", { name: "Invite 250 people" }).click();
  await page
    .getByText(/Rate limit reached. Retrying in \d s/)
    .first()
    .waitFor();
  await page.getByText("250 of 250 invited").waitFor();
  expect(
    workspace.requests.filter(({ operation }) => operation === createInvites.id).map(({ status }) => status),
  ).toEqual([201, 201, 201]);
});
