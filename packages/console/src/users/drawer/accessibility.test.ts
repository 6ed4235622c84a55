import type { Page } from "playwright-core";
import { testAccessibility, type Scene } from "../../test-utils/test-accessibility.ts";

const workspaceResource = { id: "9aQ1Lj62S4bomZKLF4DPqW", type: "WORKSPACE" as const };
const source = { id: "qQEHquLrjRDN9j1ByrChyn", type: "SOURCE" as const };
const owner = { roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS", roleName: "Workspace Owner", resources: [workspaceResource] };
const sourceAdmin = {
  roleId: "1WDUuTq3HfKpZ5xWvBnRy2sDgTj",
  roleName: "Source Admin",
  resources: [source],
  labels: [{ key: "team", value: "growth" }],
};
const ada = {
  id: "u1",
  name: "Ada Lovelace",
  email: "ada.lovelace@example.com",
  permissions: [owner, sourceAdmin],
};
const nameless = {
  id: "u2",
  name: "",
  email: "a.very.long.address@subdomain.of.a.long.domain.example.com",
  permissions: [],
};

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function changePermissions(page: Page): Promise<void> {
  await button(page, "Edit");
  await button(page, "Remove permission 1");
  await page.getByRole("list", { name: "Changes" }).waitFor();
}

/** Creates a scene in the drawer of a user. */
function drawerScene(name: string, userId: string, prepare: Scene["prepare"]): Scene {
  return { name, path: `/users/${userId}`, options: { mock: { users: structuredClone([ada, nameless]) } }, prepare };
}

testAccessibility([
  drawerScene("a user", "u1", async (page) => {
    await page.getByText("Source Admin").last().waitFor();
    await page.waitForLoadState("networkidle");
  }),
  drawerScene("the own account", "u1", (page) => button(page, "This is me")),
  drawerScene("a user without a name", "u2", (page) => page.getByText("No direct permissions").waitFor()),
  drawerScene("a user who does not exist", "u3", (page) => page.getByText("This user no longer exists.").waitFor()),
  drawerScene("the permissions form", "u1", async (page) => {
    await button(page, "Edit");
    await page.getByLabel("Role").first().waitFor();
  }),
  drawerScene("changed permissions", "u1", changePermissions),
  drawerScene("the question before permissions are revoked", "u1", async (page) => {
    await changePermissions(page);
    await button(page, "Save");
    await page.getByText("This workspace will have no owner").waitFor();
  }),
  drawerScene("the question before changes are discarded", "u1", async (page) => {
    await changePermissions(page);
    await button(page, "Close");
    await page.getByRole("dialog", { name: "Discard changes?" }).waitFor();
  }),
  drawerScene("the list of roles", "u1", async (page) => {
    await button(page, "Add");
    await page.getByRole("dialog").getByRole("combobox", { name: "Role" }).click();
    await page.getByRole("dialog").getByRole("option", { name: "Workspace Owner" }).waitFor();
  }),
  drawerScene("empty required fields", "u1", async (page) => {
    await button(page, "Add");
    await button(page, "Save");
    await page.getByText("Select a role", { exact: true }).waitFor();
  }),
  drawerScene("nothing to save", "u1", async (page) => {
    await button(page, "Edit");
    await button(page, "Save");
    await page.getByText("Nothing to save.").waitFor();
  }),
  drawerScene("the dialog to remove a user", "u2", async (page) => {
    await button(page, "Remove user");
    await page.getByRole("dialog", { name: /^Remove a\.very/ }).waitFor();
  }),
  drawerScene("the question before the last owner is removed", "u1", async (page) => {
    await button(page, "This is me");
    await button(page, "Remove user");
    await page.getByText("This workspace will have no owner").waitFor();
  }),
  drawerScene("a removed user", "u2", async (page) => {
    await button(page, "Remove user");
    await page.getByRole("dialog").last().getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("button", { name: "Invite again" }).waitFor();
  }),
]);
