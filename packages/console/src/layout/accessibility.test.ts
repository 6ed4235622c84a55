import { testAccessibility } from "../test-utils/test-accessibility.ts";

testAccessibility([
  { name: "an unknown URL", path: "/nowhere", prepare: (page) => page.getByText("Page not found").waitFor() },
  {
    name: "a live workspace",
    path: "/import",
    options: { token: "sgp_test", region: "eu", workspaceId: "9aQ1Lj62S4bomZKLF4DPqW" },
    prepare: (page) => page.getByText("Region eu").waitFor(),
  },
  {
    name: "the rate limits",
    path: "/users",
    async prepare(page) {
      await page.getByText("6 of 6 loaded").waitFor();
      await page.getByRole("button", { name: /^Rate limit/ }).click();
      await page.getByRole("region", { name: "Rate limits" }).waitFor();
    },
  },
  {
    name: "the menu",
    path: "/users",
    isPhoneOnly: true,
    async prepare(page) {
      await page.getByText("6 of 6 loaded").waitFor();
      await page.getByRole("button", { name: "Open menu" }).click();
      await page.getByRole("link", { name: "Access review" }).waitFor();
    },
  },
]);
