import { defineConfig } from "vitest/config";

/** The tests of what npm would receive. They need every package built, and the registry for its peers. */
export default defineConfig({
  test: {
    include: ["published/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: "reports/packages.json" },
  },
});
