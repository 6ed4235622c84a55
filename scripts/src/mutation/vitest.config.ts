import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** What mutants are run against: the unit tests alone, of one package, in the copy that is mutated. */
export default defineConfig({
  test: {
    setupFiles: join(import.meta.dirname, "../../../vitest.setup.ts"),
    include: ["src/**/*.test.ts"],
    exclude: ["src/**/*.browser.test.ts"],
  },
});
