import { join } from "node:path";
import { defineConfig } from "vitest/config";

/**
 * The tests that run against mutants: the unit tests of the mutated folder. The invariants would detect more, but each takes
 * hundreds of simulations per mutant. Tests with a real Redis have their own target. Those with real outages are left out, because
 * they take seconds each, and tests with a virtual clock cover the same rules.
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
