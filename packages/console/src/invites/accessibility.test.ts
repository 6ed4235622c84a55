import { testAccessibility } from "../test-utils/test-accessibility.ts";

testAccessibility([
  { name: "invites", path: "/invites", prepare: (page) => page.getByText("4 of 4 loaded").waitFor() },
  {
    name: "no invites",
    path: "/invites",
    options: { mock: { users: 1, invites: 0 } },
    prepare: (page) => page.getByText("No pending invites").waitFor(),
  },
  {
    name: "selected invites",
    path: "/invites",
    async prepare(page) {
      await page.getByRole("checkbox", { name: /^Select all/ }).click();
      await page.getByText("4 selected").waitFor();
    },
  },
  {
    name: "the invite form",
    path: "/invites/new",
    prepare: (page) => page.getByRole("combobox", { name: "Email addresses" }).waitFor(),
  },
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
]);
