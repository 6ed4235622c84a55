import { chooseFile } from "../test-utils/choose-file.ts";
import { testAccessibility } from "../test-utils/test-accessibility.ts";

const path = "/import";

testAccessibility([
  { name: "the import", path, prepare: (page) => page.locator("input[type=file]").waitFor({ state: "attached" }) },
  {
    name: "the import of a file that is not CSV",
    path,
    async prepare(page) {
      await chooseFile(page, Buffer.from("PK\u0003\u0004"));
      await page.getByText("This is an Excel workbook").waitFor();
    },
  },
  {
    name: "the import review",
    path,
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
    path,
    async prepare(page) {
      await chooseFile(page, ["Email,Role", "al@example.org,Boss"]);
      await page.getByRole("combobox", { name: /Boss/ }).click();
      await page.getByRole("option", { name: "Workspace Owner" }).waitFor();
    },
  },
  {
    name: "the import review without an email column",
    path,
    async prepare(page) {
      await chooseFile(page, Buffer.from("Name;Role\nAda;Admin"));
      await page.getByText("Choose the column with email addresses").waitFor();
    },
  },
]);
