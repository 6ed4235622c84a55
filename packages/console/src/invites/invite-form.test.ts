import { expect, it } from "vitest";
import { useBrowser } from "../test-utils/open-console.ts";
import { toInviteField } from "./invite-form.tsx";

const open = useBrowser();

it("shows API errors at their field", async () => {
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

it.each([
  ["invites.0.email", "emails.0"],
  ["invites.3", "emails.3"],
  ["invites.1.permissions.0.roleId", "permissions.0.roleId"],
  ["invites.0.permissions.2.resources.1.id", "permissions.2.resources.1.id"],
  ["invites.0.permissions.2.somethingNew", undefined],
  ["invites", undefined],
])("maps %j to the field %j", (path, field) => {
  expect(toInviteField(path)).toBe(field);
});
