import { defineConfig } from "vitest/config";

/** Real applications, from packed tarballs. They need every package built, Chromium, and the registry for what applications install. */
export default defineConfig({
  test: {
    include: ["apps/*.test.ts"],
    globalSetup: "apps/testbed/pack-once.ts",
    // Builds take what processors there are.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 420_000,
    reporters: ["default", "json"],
    outputFile: { json: "reports/apps.json" },
  },
});
