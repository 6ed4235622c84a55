import { join } from "node:path";
import { defineConfig } from "vitest/config";

/**
 * What mutants are run against: the unit tests alone, of the folder that is mutated. The invariants would notice more, but each takes
 * hundreds of simulations, for every mutant there is. Tests with a real Redis belong to its own target; of those, the ones with real
 * outages take seconds each, and the same rules are tested with a virtual clock.
 */
export default defineConfig({
  test: {
    setupFiles: join(import.meta.dirname, "../../../vitest.setup.ts"),
    include: ["**/*.test.ts"],
    exclude: [
      "**/node_modules/**",
      "**/*.browser.test.ts",
      "invariants/**",
      "redis/**",
      "**/redis-{faults,processes}.test.ts",
    ],
  },
});
