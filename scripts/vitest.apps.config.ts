import { defineConfig } from "vitest/config";

/** Runs applications with the packed packages. Needs all packages built, Chromium, and the registry for third-party dependencies. */
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
