import { createInvites } from "@segment-iam/client";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";
import { toInviteField } from "./invite-drawer.tsx";

const open = useBrowser();

/** Pastes text into the focused field, as a mail client or a spreadsheet puts it on the clipboard. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

it("invites the people of a list pasted from a mail client, each once", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 0 } });
  await page.goto(`${url}/invites/new`);
  const emails = page.getByRole("combobox", { name: "Email addresses" });
  await emails.pressSequentially("Alan Turing <alan@example.com>, ");
  await paste(
    emails,
    'Grace Hopper <grace@example.com>, "Lovelace, Ada" <ada@example.org>; ALAN@example.com\nmailto:joan@example.com',
  );
  await page.getByRole("button", { name: "Invite 4 people" }).click();
  await page.getByText("4 people were invited").waitFor();
  expect(workspace.invites.map(({ email }) => email)).toEqual([
    "alan@example.com",
    "grace@example.com",
    "ada@example.org",
    "joan@example.com",
  ]);
});

it("marks each invalid address and sends nothing", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 0 } });
  await page.goto(`${url}/invites/new`);
  const emails = page.getByRole("combobox", { name: "Email addresses" });
  await paste(emails, "grace@example.com, not-an-address, ada@example");
  await page.getByRole("button", { name: "Invite 3 people" }).click();
  await page.getByText("not-an-address: Enter a full address").waitFor();
  await page.getByText("ada@example: Enter a full address").waitFor();
  expect(await emails.getAttribute("aria-invalid")).toBe("true");
  expect(workspace.requests.filter(({ operation }) => operation === createInvites.id)).toEqual([]);

  await emails.press("Backspace");
  await emails.press("Backspace");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByText("grace@example.com was invited").waitFor();
});

it("shows the API's errors at each address", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 0 } });
  const errors = ["has an invite", "is on the blocklist"].map((message, index) => ({
    type: "input-validation",
    message,
    field: `invites.${index}.email`,
  }));
  workspace.fail(createInvites, { status: 422, body: { errors } });
  await page.goto(`${url}/invites/new`);
  const emails = page.getByRole("combobox", { name: "Email addresses" });
  await emails.pressSequentially("grace@example.com ada@example.org ");
  await page.getByRole("button", { name: "Invite 2 people" }).click();
  await page.getByText("grace@example.com: has an invite").waitFor();
  await page.getByText("ada@example.org: is on the blocklist").waitFor();
  expect(await emails.getAttribute("aria-invalid")).toBe("true");
});

it.each([
  ["a pasted role ID", "2XEUuRLxv84rrfCNUwvkrRtkxnT", "2XEUuRLxv84rrfCNUwvkrRtkxnT", true],
  ["a typed role name", "reader", "Reader", false],
])("keeps %s on Tab", async (_, text, value, isUnknown) => {
  const roles = [
    { id: "r1", name: "Reader" },
    { id: "2XEUuRLxv84rrfCNUwvkrRtkxnT", name: "New role" },
  ];
  const permissions = [{ roleId: "r1", roleName: "Reader", resources: [{ id: "w1", type: "WORKSPACE" as const }] }];
  const users = [{ id: "u1", name: "Ada", email: "ada@example.com", permissions }];
  const { page, url, workspace } = await open({ mock: { invites: 0, users, roles } });
  await page.goto(`${url}/invites/new`);
  await page.getByRole("combobox", { name: "Email addresses" }).fill("grace@example.com");
  await page.getByRole("button", { name: "Add permission" }).click();
  const role = page.getByRole("combobox", { name: "Role" });
  await role.fill(text);
  await role.press("Tab");
  await expect.poll(() => role.inputValue(), untilStepTimeout).toBe(value);
  expect(await page.getByText("Unknown role ID").count()).toBe(isUnknown ? 1 : 0);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByText("grace@example.com was invited").waitFor();
  const roleId = isUnknown ? text : "r1";
  expect(workspace.invites).toMatchObject([{ permissions: [{ roleId }] }]);
});

it("offers the roles of all loaded users by name", async () => {
  const rare = { id: "r1", name: "Rare role" };
  const users = Array.from({ length: 300 }, (_, index) => ({ id: `u${index}`, name: "", email: `u${index}@x.org` }));
  const permissions = [{ roleId: rare.id, roleName: rare.name, resources: [] }];
  const last = { id: "last", name: "Last", email: "last@x.org", permissions };
  const { page, url } = await open({ mock: { invites: 0, users: [...users, last], roles: [rare] } });
  await page.goto(url);
  await page.getByText("200 of 301 loaded").waitFor();
  await page.getByRole("link", { name: "Invite people" }).click();
  await page.getByRole("button", { name: "Add permission" }).click();
  const form = page.getByRole("dialog", { name: "Invite people" });
  const role = form.getByRole("combobox", { name: "Role" });
  await role.fill(rare.name);
  await form.getByRole("option", { name: `Use role ID “${rare.name}”` }).waitFor();
  await page.getByRole("button", { name: "Load all" }).evaluate((button: HTMLElement) => button.click());
  await page.getByText("301 of 301 loaded").waitFor();
  await form.getByRole("option", { name: rare.name, exact: true }).waitFor();
  expect(await form.getByRole("option", { name: "Use role ID" }).count()).toBe(0);
});

it("requires a role and the ID of a resource before it sends invites", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 0 } });
  await page.goto(`${url}/invites/new`);
  await page.getByRole("combobox", { name: "Email addresses" }).fill("grace@example.com");
  await page.getByRole("button", { name: "Add permission" }).click();
  await page.getByRole("button", { name: "Add resource" }).click();
  await page.getByRole("combobox", { name: "Resource 2: type" }).click();
  await page.getByRole("option", { name: "Source", exact: true }).click();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByText("Select a role", { exact: true }).waitFor();
  expect(await page.getByText("Enter the resource’s ID").count()).toBe(1);
  expect(workspace.requests.filter(({ operation }) => operation === createInvites.id)).toEqual([]);
});

it("moves the focus to the next row after an invite is revoked", async () => {
  const { page, url, workspace } = await open({ mock: { invites: 3 } });
  const [first, second] = workspace.invites.map(({ email }) => email);
  await page.goto(`${url}/invites`);
  await page.getByRole("button", { name: `Revoke invite for ${first}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("2 of 2 loaded").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), untilStepTimeout).toBe(second);
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
