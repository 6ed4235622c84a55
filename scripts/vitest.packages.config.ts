import { defineConfig } from "vitest/config";

/** Tests of the packed packages. They need all packages built, and the npm registry for peers. */
export default defineConfig({
  test: {
    include: ["published/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: "reports/packages.json" },
  },
});
