import { defineConfig } from "vitest/config";

/** The fault matrix. It needs the client, helpers and proxy built, and the npm registry to install runtimes. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ["faults/*.test.ts"],
    // Two files must not install the same runtime concurrently.
    fileParallelism: false,
    env: { FAULT_RUNTIMES: mode === "runtimes" ? "all" : "" },
    hookTimeout: 300_000,
    disableConsoleIntercept: true,
    reporters: ["default", "json"],
    outputFile: { json: "reports/faults.json" },
  },
}));
