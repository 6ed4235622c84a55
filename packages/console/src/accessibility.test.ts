import { deleteUsers, getUser, listUsers } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { accessReviewScenes } from "./access-review/test-utils/scenes.ts";
import { chooseFile } from "./test-utils/choose-file.ts";
import { findViolations } from "./test-utils/find-violations.ts";
import { useBrowser } from "./test-utils/open-console.ts";
import { typeToConfirm } from "./test-utils/type-to-confirm.ts";

const open = useBrowser();

interface Scene {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state to check. */
  readonly prepare: (page: Page) => Promise<void>;
  readonly arrange?: (workspace: MockWorkspace) => void;
}

const scenes: readonly Scene[] = [
  { name: "the users", path: "/users", prepare: (page) => page.getByText("6 of 6 loaded").waitFor() },
  {
    name: "selected users on a phone",
    path: "/users?sort=name",
    async prepare(page) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("checkbox", { name: "Select all 6 users shown" }).click();
      await page.getByText("6 selected").waitFor();
    },
  },
  {
    name: "a selection that a filter hides",
    path: "/users",
    async prepare(page) {
      await page.getByRole("checkbox", { name: "Select Ada Lovelace" }).click();
      await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "No roles" });
      await page.getByText("0 selected, 1 hidden").waitFor();
    },
  },
  {
    name: "a search without results",
    path: "/users?q=zzz",
    prepare: (page) => page.getByText("No results").waitFor(),
  },
  {
    name: "the permissions form",
    path: "/users/sgJDWk3K21k6LE3tLU9nRK",
    async prepare(page) {
      await page.getByRole("button", { name: "Edit" }).click();
      await page.getByLabel("Role").first().waitFor();
    },
  },
  {
    name: "the dialog to remove a user",
    path: "/users/sgJDWk3K21k6LE3tLU9nRK",
    async prepare(page) {
      await page.getByRole("button", { name: "Remove user" }).click();
      await page.getByRole("dialog", { name: "Remove Ada Lovelace?" }).waitFor();
    },
  },
  {
    name: "a rate limit",
    path: "/users",
    arrange: (workspace) => workspace.fail(listUsers, { status: 429, headers: { "retry-after": "57" }, body: "" }),
    prepare: (page) => page.getByText("Rate limit reached").first().waitFor(),
  },
  {
    name: "a failure",
    path: "/users",
    arrange: (workspace) => workspace.fail(listUsers, { status: 401 }),
    prepare: (page) => page.getByRole("button", { name: "Try again" }).waitFor(),
  },
  { name: "the invites", path: "/invites", prepare: (page) => page.getByText("4 of 4 loaded").waitFor() },
  {
    name: "rejected invites",
    path: "/invites/new",
    async prepare(page) {
      await page.getByRole("combobox", { name: "Email addresses" }).fill("not-an-address");
      await page.getByRole("button", { name: "Invite", exact: true }).click();
      await page.getByText("Enter a full address").waitFor();
    },
  },
  {
    name: "an unknown role",
    path: "/invites/new",
    async prepare(page) {
      await page.getByRole("button", { name: "Add permission" }).click();
      await page.getByRole("combobox", { name: "Role" }).fill("2XEUuRLxv84rrfCNUwvkrRtkxnT");
      await page.getByRole("combobox", { name: "Role" }).press("Tab");
      await page.getByText("Unknown role ID").waitFor();
    },
  },
  {
    name: "the import",
    path: "/import",
    async prepare(page) {
      await chooseFile(page, Buffer.from("PK\u0003\u0004"));
      await page.getByText("This is an Excel workbook").waitFor();
    },
  },
  {
    name: "the import review",
    path: "/import",
    async prepare(page) {
      const lines = [
        "Näme;E-Mail;Role",
        "Ada;ada@example.org;2XEUuRLxv84rrfCNUwvkrRtkxnT",
        "Bo;not-an-address;",
        "Al;al@x.y;B",
      ];
      await chooseFile(page, Buffer.from(lines.join("\n"), "latin1"));
      await page.getByText("1 person to invite").waitFor();
    },
  },
  {
    name: "the list of roles in the import",
    path: "/import",
    async prepare(page) {
      await chooseFile(page, ["Email,Role", "al@example.org,Boss"]);
      await page.getByRole("combobox", { name: /Boss/ }).click();
      await page.getByRole("option", { name: "Workspace Owner" }).waitFor();
    },
  },
  {
    name: "the import review without an email column",
    path: "/import",
    async prepare(page) {
      await chooseFile(page, Buffer.from("Name;Role\nAda;Admin"));
      await page.getByText("Choose the column with email addresses").waitFor();
    },
  },
  { name: "the confirmation of a run", path: "/users", prepare: async (page) => void (await confirmRun(page)) },
  {
    name: "a run",
    path: "/users",
    async prepare(page) {
      // No response arrives.
      await page.route("**/api/iam/users?userIds*", () => {});
      await (await confirmRun(page)).click();
      await page.getByRole("button", { name: "Continue in background" }).waitFor();
    },
  },
  {
    name: "a run in the background, on a phone",
    path: "/users",
    async prepare(page) {
      await page.route("**/api/iam/users?userIds*", () => {});
      const confirm = await confirmRun(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await confirm.click();
      await page.getByRole("button", { name: "Continue in background" }).click();
      await page.getByRole("region", { name: "Run" }).getByRole("button", { name: "Show" }).waitFor();
    },
  },
  {
    name: "the report of a run",
    path: "/users",
    arrange(workspace) {
      workspace.fail(deleteUsers, { status: 500, applied: true });
      workspace.fail(getUser, { status: 401, times: 20 });
    },
    async prepare(page) {
      await (await confirmRun(page)).click();
      await page.getByRole("button", { name: "Check again" }).waitFor();
    },
  },
  {
    name: "an unknown URL",
    path: "/nowhere",
    prepare: (page) => page.getByText("Page not found").waitFor(),
  },
  ...accessReviewScenes,
];

/** Opens the confirmation of the removal of all users. Returns its confirm button. */
async function confirmRun(page: Page): Promise<Locator> {
  await page.getByRole("checkbox", { name: /^Select all/ }).click();
  await page.getByRole("button", { name: "Remove users", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Remove 6 users?" });
  await typeToConfirm(dialog);
  return dialog.getByRole("button", { name: "Remove users", exact: true });
}

it.each(scenes)("passes axe in light and dark mode: $name", async ({ path, prepare, arrange }) => {
  const { page, url, workspace } = await open({ mock: { users: 6, invites: 4 } });
  arrange?.(workspace);
  await page.goto(`${url}${path}`);
  await prepare(page);
  expect(await findViolations(page)).toEqual([]);
});
