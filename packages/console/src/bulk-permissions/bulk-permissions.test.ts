import type { UserV1 } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { untilStepTimeout, useBrowser } from "../test-utils/open-console.ts";
import { ada, bo, owner, roles, sourceAdmin, workspaceResource } from "../test-utils/owner-and-member.ts";
import { typeToConfirm } from "../test-utils/confirm-removal.ts";

const open = useBrowser();

const users: UserV1[] = [
  ada,
  { ...bo, permissions: [owner, sourceAdmin] },
  { id: "u3", name: "Cy", email: "cy@example.com", permissions: [sourceAdmin] },
  { id: "u4", name: "Dee", email: "dee@example.com", permissions: [] },
];

const drawer = (page: Page) => page.getByRole("dialog", { name: /^Change permissions of/ });

/** Selects users and opens the form. */
async function openForm(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole("checkbox", { name: `Select ${name}` }).click();
  await page.getByRole("button", { name: "Change permissions" }).click();
  await drawer(page).waitFor();
}

async function chooseRole(page: Page, name: string): Promise<void> {
  const role = drawer(page).getByRole("combobox", { name: "Role" });
  await role.fill(name);
  await role.press("Tab");
}

/** Confirms the run, and waits until each change has been sent. */
async function confirm(page: Page, { requests }: MockWorkspace, operation: string, count: number): Promise<void> {
  const dialog = page.getByRole("dialog", { name: /\?$/ });
  await typeToConfirm(dialog);
  await dialog
    .getByRole("button", { name: /change|add|remove|replace/i })
    .last()
    .click();
  const sent = () => requests.filter((request) => request.operation === operation).length;
  await expect.poll(sent, untilStepTimeout).toBe(count);
}

it("adds a role to the selected users who do not have it, after a preview and a confirmation", async () => {
  const { page, url, workspace } = await open({ mock: { users: structuredClone(users), roles } });
  await page.goto(url);
  await openForm(page, "Ada", "Cy", "Dee");
  await chooseRole(page, "Workspace Owner");
  await drawer(page).getByText("2 users gain access, 1 unchanged").waitFor();
  await drawer(page).getByRole("button", { name: "Change 2 users" }).click();
  await confirm(page, workspace, "addPermissionsToUser", 2);
  await expect
    .poll(
      () => workspace.users.map(({ permissions = [] }) => permissions.map(({ roleId }) => roleId)),
      untilStepTimeout,
    )
    .toEqual([["r1"], ["r1", "r3"], ["r3", "r1"], ["r1"]]);
});

it("removes a role on all resources, and warns about users without permissions", async () => {
  const { page, url, workspace } = await open({ mock: { users: structuredClone(users), roles } });
  await page.goto(url);
  await openForm(page, "Bo", "Cy");
  await drawer(page).getByRole("radio", { name: "Remove permissions" }).check();
  await chooseRole(page, "Source Admin");
  await drawer(page).getByText("2 users lose access").waitFor();
  await drawer(page).getByText("1 user will have no direct permissions left").waitFor();
  await drawer(page).getByText("Removes Source Admin on 1 source").first().waitFor();
  await drawer(page).getByRole("button", { name: "Change 2 users" }).click();
  await confirm(page, workspace, "replacePermissionsForUser", 2);
  await expect
    .poll(
      () => workspace.users.map(({ permissions = [] }) => permissions.map(({ roleId }) => roleId)),
      untilStepTimeout,
    )
    .toEqual([["r1"], ["r1"], [], []]);
});

it("replaces all permissions of users that a filter shows", async () => {
  const { page, url, workspace } = await open({ mock: { users: structuredClone(users), roles } });
  await page.goto(url);
  await page.getByRole("checkbox", { name: "Select Dee" }).click();
  await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "Workspace Owner" });
  await page.getByText("0 selected, 1 hidden").waitFor();
  await openForm(page, "Ada", "Bo");
  await drawer(page).getByRole("radio", { name: "Replace all permissions" }).check();
  await chooseRole(page, "Source Admin");
  await drawer(page).getByText("2 users gain access, 2 users lose access").waitFor();
  await drawer(page).getByRole("button", { name: "Change 2 users" }).click();
  await confirm(page, workspace, "replacePermissionsForUser", 2);
  const replaced = [{ ...sourceAdmin, resources: [workspaceResource] }];
  await expect
    .poll(() => workspace.users.map(({ permissions = [] }) => permissions), untilStepTimeout)
    .toEqual([replaced, replaced, [sourceAdmin], []]);
});

it("reports a change, and restores the previous permissions after a confirmation", async () => {
  const { page, url, workspace } = await open({ mock: { users: structuredClone(users), roles } });
  await page.goto(url);
  await openForm(page, "Bo", "Cy", "Dee");
  await drawer(page).getByRole("radio", { name: "Replace all permissions" }).check();
  await chooseRole(page, "Source Admin");
  await drawer(page).getByRole("button", { name: "Change 3 users" }).click();
  await confirm(page, workspace, "replacePermissionsForUser", 3);
  const report = page.getByRole("dialog", { name: "Replace permissions of 3 users" });
  await report.getByText("3 users changed").waitFor();
  const replaced = [{ ...sourceAdmin, resources: [workspaceResource] }];
  expect(workspace.users.map(({ permissions }) => permissions)).toEqual([[owner], replaced, replaced, replaced]);

  await report.getByRole("button", { name: "Restore previous permissions" }).click();
  await confirm(page, workspace, "replacePermissionsForUser", 6);
  await report.getByText("3 users changed").waitFor();
  expect(workspace.users.map(({ permissions }) => permissions)).toEqual(users.map(({ permissions }) => permissions));
  await report.getByRole("button", { name: "Close" }).click();
  await page.getByRole("row", { name: "Bo" }).getByText("Workspace Owner").waitFor();
});

it("marks required fields, and returns to the form when the confirmation is cancelled", async () => {
  const { page, url, workspace } = await open({ mock: { users: structuredClone(users), roles } });
  await page.goto(url);
  await openForm(page, "Ada");
  await drawer(page).getByRole("button", { name: "Change permissions" }).click();
  await drawer(page).getByText("Select a role", { exact: true }).waitFor();
  await chooseRole(page, "Workspace Owner");
  await drawer(page).getByText("No selected user is affected.").waitFor();
  expect(await drawer(page).getByRole("button", { name: "Change permissions" }).isDisabled()).toBe(true);

  await chooseRole(page, "Source Admin");
  await drawer(page).getByRole("button", { name: "Change 1 user" }).click();
  await page.getByRole("dialog", { name: /\?$/ }).getByRole("button", { name: "Cancel" }).click();
  await drawer(page).waitFor();
  expect(await drawer(page).getByRole("combobox", { name: "Role" }).inputValue()).toBe("Source Admin");
  expect(workspace.requests.filter(({ operation }) => operation !== "listUsers")).toEqual([]);
});

it("offers the actions in a menu on a phone, within the window", async () => {
  const viewport = { width: 390, height: 844 };
  const { page, url } = await open({ mock: { users: 1_000 } }, { viewport });
  await page.goto(url);
  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  const bar = page.getByRole("region", { name: "Selection" });
  await bar.getByRole("button", { name: "Select all 1,000" }).waitFor();
  const box = await bar.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
  await bar.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).waitFor();
  await page.getByRole("menuitem", { name: "Change permissions" }).click();
  await drawer(page).waitFor();
});
