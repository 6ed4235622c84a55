import { listUsers, type UserV1 } from "@segment-iam/client";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { chooseFile } from "../test-utils/choose-file.ts";
import { download } from "../test-utils/download.ts";
import { useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

const UNKNOWN_ROLE_ID = "2XEUuRLxv84rrfCNUwvkrRtkxnT";
const roles = [
  { id: "role1", name: "Owner" },
  { id: "role2", name: "Source Reader" },
  { id: "role3", name: "Source Admin" },
] as const;

function makeUser(id: string, ...held: readonly { readonly id: string; readonly name: string }[]): UserV1 {
  const permissions = held.map((role) => ({
    roleId: role.id,
    roleName: role.name,
    resources: [{ id: "w1", type: "WORKSPACE" as const }],
  }));
  return { id, name: id, email: `${id}@example.com`, permissions };
}

const users = [makeUser("u1", ...roles)];

/** Returns the text of a person's row in the preview. */
function rowOf(page: Page, email: string): Promise<string> {
  return page.getByRole("row").filter({ hasText: email }).innerText();
}

it("maps columns, resolves and matches roles, and merges the rows of a person", async () => {
  const [owner, reader, admin] = roles;
  const { page, url, workspace } = await open({ mock: { users, invites: 0, roles } });
  await page.goto(`${url}/import`);
  await chooseFile(page, [
    "sep=;",
    "Name;E-Mail;Login;Role;Resource type;Resource ID",
    `Grace;grace@example.org;g@example.net;${reader.name.toUpperCase()};SOURCE;s1`,
    `Grace;grace@example.org;g@example.net;${reader.id};SOURCE;s2`,
    "Alan;alan@example.org;a@example.net;Boss;;",
    `Joan;joan@example.org;j@example.net;${UNKNOWN_ROLE_ID};;`,
  ]);
  await page.getByText("Not imported: Name, Login").waitFor();
  await page.getByText("2 people to invite").waitFor();
  expect(await rowOf(page, "grace@example.org")).toMatch(new RegExp(`${reader.name}.*2 sources.*3, 4`, "s"));
  expect(await rowOf(page, "joan@example.org")).toContain("Unknown ID");
  await page.getByText("Line 5: unknown role “Boss”").waitFor();

  const boss = page.getByRole("combobox", { name: "“Boss” · 1 row" });
  await boss.fill(admin.name.toLowerCase());
  await boss.press("ArrowDown");
  await boss.press("Enter");
  await page.getByText("3 people to invite").waitFor();
  expect(await rowOf(page, "alan@example.org")).toContain(admin.name);

  await page.getByRole("combobox", { name: "Email" }).click();
  await page.getByRole("option", { name: "Login" }).click();
  expect(await rowOf(page, "g@example.net")).toContain(reader.name);
  await page.getByRole("combobox", { name: "Email" }).click();
  await page.getByRole("option", { name: "E-Mail" }).click();

  await page.getByRole("button", { name: "Invite 3 people" }).click();
  await page.getByText("2 of 3 people invited").waitFor();
  await page.getByText(`The role ${UNKNOWN_ROLE_ID} was not found`).waitFor();
  expect(workspace.invites).toEqual([
    {
      email: "grace@example.org",
      permissions: [
        {
          roleId: reader.id,
          resources: [
            { id: "s1", type: "SOURCE" },
            { id: "s2", type: "SOURCE" },
          ],
        },
      ],
    },
    { email: "alan@example.org", permissions: [{ roleId: admin.id }] },
  ]);
  expect(owner.id).toBe(users[0]?.permissions?.[0]?.roleId);
});

it("loads all users to find a role, and resolves it without a choice", async () => {
  const [owner, reader] = roles;
  const others = Array.from({ length: 1_200 }, (_, index) => ({ ...makeUser(`u${index}`, owner), permissions: [] }));
  const { page, url } = await open({ mock: { users: [...others, makeUser("last", reader)], invites: 0, roles } });
  await page.goto(`${url}/import`);
  await chooseFile(page, ["email,role", `grace@example.org,${reader.name}`]);
  await page.getByText(`Line 2: unknown role “${reader.name}”`).waitFor();
  await page.getByRole("button", { name: "Load all users" }).click();
  await page.getByText("1 person to invite").waitFor();
  expect(await rowOf(page, "grace@example.org")).toContain(reader.name);
});

it("accepts role IDs while the users, and so the role names, cannot be loaded", async () => {
  const { page, url, workspace } = await open({ mock: { users, invites: 0, roles } });
  workspace.fail(listUsers, { status: 403, times: 1_000 });
  await page.goto(`${url}/import`);
  await chooseFile(page, ["email,role", `grace@example.org,${UNKNOWN_ROLE_ID}`, `ada@example.org,${roles[1].name}`]);
  await page.getByText("Could not load roles").waitFor();
  await page.getByRole("button", { name: "Invite 1 person" }).waitFor();
  expect(workspace.requests.length).toBeLessThan(5);
  workspace.reset();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("2 people to invite").waitFor();
  expect(await rowOf(page, "ada@example.org")).toContain(roles[1].name);
});

it("lists all rows with a problem by line, and downloads them", async () => {
  const { page, url } = await open({ mock: { users: 1, invites: 0 } });
  await page.goto(`${url}/import`);
  const lines = Array.from({ length: 4_003 }, (_, index) => `p${index}@example.org,note ${index}`);
  await chooseFile(page, lines.with(0, "email,note").with(2, '"p2@example.org,note 2').with(16, ",note 16"));
  await page.getByText("4,000 people to invite").waitFor();
  await page.getByText("2 rows left out").waitFor();
  await page.getByText("Line 3: stray quote").waitFor();
  await page.getByText("Line 17: no email address").waitFor();
  const { text } = await download(page, "Download these rows");
  // Excel needs the byte order mark.
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text.trim().split(/\r?\n/)).toEqual([
    "email,note,Line,Problem",
    '"""p2@example.org,note 2",,3,stray quote',
    ",note 16,17,no email address",
  ]);
});

it("offers a template that it can import", async () => {
  const { page, url } = await open({ mock: { users, invites: 0, roles } });
  await page.goto(`${url}/users`);
  await page.getByText("1 of 1 loaded").waitFor();
  await page.getByRole("link", { name: "Import invites", exact: true }).click();
  const { name, text } = await download(page, "Download template");
  await chooseFile(page, [text]);
  expect(name).toBe("invites.csv");
  await page.getByText("2 people to invite").waitFor();
  expect(await rowOf(page, "grace@example.com")).toContain("Workspace");
});

it.each([
  ["Windows-1252", Buffer.from("Näme;E-Mail\nJürgen;j@example.org", "latin1"), "1 person to invite", true],
  ["UTF-16", Buffer.from("\uFEFFNäme\tE-Mail\nJürgen\tj@example.org", "utf16le"), "1 person to invite", true],
  ["a workbook", Buffer.from("PK\u0003\u0004..."), "This is an Excel workbook", false],
  ["an empty file", Buffer.from("\n"), "The file is empty", false],
])("reads or refuses %s", async (_, buffer, message, canSend) => {
  const { page, url } = await open({ mock: { users: 1, invites: 0 } });
  await page.goto(`${url}/import`);
  await chooseFile(page, buffer);
  await page.getByText(message).waitFor();
  expect(await page.getByRole("button", { name: "Invite 1 person" }).count()).toBe(canSend ? 1 : 0);
});

it("shows 50 of 10,000 people, and the rest as a count", async () => {
  const { page, url } = await open({ mock: { users: 1, invites: 0 } });
  await page.goto(`${url}/import`);
  await chooseFile(
    page,
    Array.from({ length: 10_000 }, (_, index) => `p${index}@example.org`),
  );
  await page.getByText("10,000 people to invite").waitFor();
  await page.getByText("and 9,950 more").waitFor();
  expect(await page.getByRole("row").count()).toBe(51);
});
