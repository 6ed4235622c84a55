import { defineConfig } from "vitest/config";

/** Tests of applications that install packed tarballs. They need all packages built, Chromium and the npm registry. */
export default defineConfig({
  test: {
    include: ["apps/*.test.ts"],
    globalSetup: "apps/test-utils/pack-once.ts",
    // Builds use all processors.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 420_000,
    reporters: ["default", "json"],
    outputFile: { json: "reports/apps.json" },
  },
});
