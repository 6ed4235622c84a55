import { join } from "node:path";
import { defineConfig } from "vitest/config";

/**
 * The tests to run against mutants: the unit tests of the mutated directory.
 *
 * Excluded tests:
 * - `invariants/`, because it would run hundreds of simulations per mutant.
 * - `redis/`, which is a separate target.
 * - Redis outages, which take seconds each. Tests with a virtual clock cover the same rules.
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
