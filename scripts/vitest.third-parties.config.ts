import { defineConfig } from "vitest/config";

/** Tests with clients and servers of other projects. They need all packages built, and the npm registry. */
export default defineConfig({
  test: {
    include: ["third-parties/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 420_000,
    reporters: ["default", "json"],
    outputFile: { json: "reports/third-parties.json" },
  },
});
