import { listUsers } from "@segment-iam/client";
import { testAccessibility } from "../test-utils/test-accessibility.ts";

const path = "/users";

testAccessibility([
  {
    name: "users",
    path,
    options: { mock: { users: 60 } },
    prepare: (page) => page.getByText("60 of 60 loaded").waitFor(),
  },
  {
    name: "users in comfortable rows",
    path,
    async prepare(page) {
      await page.getByText("6 of 6 loaded").waitFor();
      await page.getByRole("button", { name: "Comfortable rows" }).click();
      await page.getByRole("button", { name: "Compact rows" }).waitFor();
    },
  },
  {
    name: "loading users",
    path,
    options: { mock: { users: 6, latencyMs: 600_000 } },
    prepare: (page) => page.getByRole("searchbox", { name: "Search users" }).waitFor(),
  },
  {
    name: "no users",
    path,
    options: { mock: { users: 0 } },
    prepare: (page) => page.getByText("No users").first().waitFor(),
  },
  {
    name: "selected users",
    path: `${path}?sort=name`,
    options: { mock: { users: 60 } },
    async prepare(page) {
      await page.getByRole("checkbox", { name: "Select all 60 users shown" }).click();
      await page.getByText("60 selected").waitFor();
    },
  },
  {
    name: "the actions of a selection",
    path,
    isPhoneOnly: true,
    async prepare(page) {
      await page.getByRole("checkbox", { name: "Select all 6 users shown" }).click();
      await page.getByRole("button", { name: "Actions" }).click();
      await page.getByRole("menuitem").first().waitFor();
    },
  },
  {
    name: "a selection that a filter hides",
    path,
    async prepare(page) {
      await page.getByRole("checkbox", { name: "Select Ada Lovelace" }).click();
      await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "No roles" });
      await page.getByText("0 selected, 1 hidden").waitFor();
    },
  },
  {
    name: "a search without results",
    path: `${path}?q=zzz`,
    prepare: (page) => page.getByText("No results").waitFor(),
  },
  {
    name: "a rate limit",
    path,
    arrange: (workspace) => workspace.fail(listUsers, { status: 429, headers: { "retry-after": "57" }, body: "" }),
    prepare: (page) => page.getByText("Rate limit reached").first().waitFor(),
  },
  {
    name: "a failure",
    path,
    arrange: (workspace) => workspace.fail(listUsers, { status: 401 }),
    prepare: (page) => page.getByRole("button", { name: "Try again" }).waitFor(),
  },
]);
