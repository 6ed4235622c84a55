import { AxeBuilder } from "@axe-core/playwright";
import { listUsers } from "@segment-iam/client";
import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./test-utils/open-console.ts";

const open = useBrowser();

interface Scene {
  readonly name: string;
  readonly path: string;
  /** Brings the page to what is to be looked at. */
  readonly until: (page: Page) => Promise<void>;
  readonly before?: (workspace: MockWorkspace) => void;
}

const scenes: readonly Scene[] = [
  { name: "the users", path: "/users", until: (page) => page.getByText("6 of 6 loaded").waitFor() },
  {
    name: "a search without a result",
    path: "/users?q=zzz",
    until: (page) => page.getByText("Nothing found").waitFor(),
  },
  {
    name: "a user's permissions, edited",
    path: "/users/sgJDWk3K21k6LE3tLU9nRK",
    async until(page) {
      await page.getByRole("button", { name: "Edit" }).click();
      await page.getByLabel("Role").first().waitFor();
    },
  },
  {
    name: "a user about to be removed",
    path: "/users/sgJDWk3K21k6LE3tLU9nRK",
    async until(page) {
      await page.getByRole("button", { name: "Remove user" }).click();
      await page.getByRole("dialog", { name: "Remove Ada Lovelace?" }).waitFor();
    },
  },
  {
    name: "a wait",
    path: "/users",
    before: (workspace) => workspace.fail(listUsers, { status: 429, headers: { "retry-after": "57" }, body: "" }),
    until: (page) => page.getByText("Segment asks to wait").first().waitFor(),
  },
  {
    name: "a failure",
    path: "/users",
    before: (workspace) => workspace.fail(listUsers, { status: 401 }),
    until: (page) => page.getByRole("button", { name: "Try again" }).waitFor(),
  },
  { name: "the invites", path: "/invites", until: (page) => page.getByText("4 of 4 loaded").waitFor() },
  {
    name: "refused invites",
    path: "/invites/new",
    async until(page) {
      await page.getByRole("combobox", { name: "Email addresses" }).fill("not-an-address");
      await page.getByRole("button", { name: "Invite", exact: true }).click();
      await page.getByText("must be a valid email").waitFor();
    },
  },
  {
    name: "a file to import",
    path: "/import",
    async until(page) {
      const buffer = Buffer.from("ada@example.org\nnobody");
      await page.locator("input[type=file]").setInputFiles({ name: "team.csv", mimeType: "text/csv", buffer });
      await page.getByText("1 person to invite").waitFor();
    },
  },
  {
    name: "an address that leads nowhere",
    path: "/nowhere",
    until: (page) => page.getByText("no such page").waitFor(),
  },
];

it.each(scenes)("finds nothing to object to in $name, light and dark", async ({ path, until, before }) => {
  const { page, url, workspace } = await open({ mock: { users: 6, invites: 4 } });
  before?.(workspace);
  await page.goto(`${url}${path}`);
  await until(page);
  expect(await complaints(new AxeBuilder({ page }))).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
  expect(await complaints(new AxeBuilder({ page }).withRules("color-contrast"))).toEqual([]);
});

async function complaints(axe: AxeBuilder): Promise<string[]> {
  // The other mode looks into frames, of which there are none, and opens a tab for it.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
