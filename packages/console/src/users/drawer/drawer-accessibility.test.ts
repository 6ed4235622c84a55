import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { findViolations } from "../../test-utils/find-violations.ts";
import { useBrowser } from "../../test-utils/open-console.ts";

const open = useBrowser();

const workspaceResource = { id: "9aQ1Lj62S4bomZKLF4DPqW", type: "WORKSPACE" as const };
const source = { id: "qQEHquLrjRDN9j1ByrChyn", type: "SOURCE" as const };
const owner = { roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS", roleName: "Workspace Owner", resources: [workspaceResource] };
const sourceAdmin = {
  roleId: "1WDUuTq3HfKpZ5xWvBnRy2sDgTj",
  roleName: "Source Admin",
  resources: [source],
  labels: [{ key: "team", value: "growth" }],
};
const ada = { id: "u1", name: "Ada", email: "ada@example.com", permissions: [owner, sourceAdmin] };
const nameless = { id: "u2", name: "", email: "bo@example.com", permissions: [] };

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function changePermissions(page: Page) {
  await button(page, "Edit");
  await button(page, "Remove permission 1");
  await page.getByRole("list", { name: "Changes" }).waitFor();
}

const scenes: readonly [string, string, (page: Page) => Promise<unknown>][] = [
  ["a user", "u1", (page) => page.getByText("Source Admin").last().waitFor()],
  ["the own account", "u1", (page) => button(page, "This is me")],
  ["a user without a name", "u2", (page) => page.getByText("No direct permissions").waitFor()],
  ["a user who does not exist", "u3", (page) => page.getByText("This user no longer exists.").waitFor()],
  ["changed permissions", "u1", changePermissions],
  [
    "the confirmation before permissions are revoked",
    "u1",
    async (page) => {
      await changePermissions(page);
      await button(page, "Save");
      await page.getByText("This workspace will have no owner").waitFor();
    },
  ],
  [
    "the confirmation before changes are discarded",
    "u1",
    async (page) => {
      await changePermissions(page);
      await button(page, "Close");
      await page.getByRole("dialog", { name: "Discard changes?" }).waitFor();
    },
  ],
  [
    "the list of roles",
    "u1",
    async (page) => {
      await button(page, "Add");
      await page.getByRole("dialog").getByRole("combobox", { name: "Role" }).click();
      await page.getByRole("dialog").getByRole("option", { name: "Workspace Owner" }).waitFor();
    },
  ],
  [
    "empty required fields",
    "u1",
    async (page) => {
      await button(page, "Add");
      await button(page, "Save");
      await page.getByText("Select a role", { exact: true }).waitFor();
    },
  ],
  [
    "nothing to save",
    "u1",
    async (page) => {
      await button(page, "Edit");
      await button(page, "Save");
      await page.getByText("Nothing to save.").waitFor();
    },
  ],
  [
    "the confirmation before the last owner is removed",
    "u1",
    async (page) => {
      await button(page, "This is me");
      await button(page, "Remove user");
      await page.getByText("This workspace will have no owner").waitFor();
    },
  ],
  [
    "a removed user",
    "u2",
    async (page) => {
      await button(page, "Remove user");
      await page.getByRole("dialog").last().getByRole("button", { name: "Remove", exact: true }).click();
      await page.getByRole("button", { name: "Invite again" }).waitFor();
    },
  ],
];

it.each(scenes)("passes axe in light and dark mode, on a desktop and a phone: %s", async (_, userId, prepare) => {
  const { page, url } = await open({ mock: { users: [ada, nameless] } });
  await page.goto(`${url}/users/${userId}`);
  await prepare(page);
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await findViolations(page)).toEqual([]);
});
