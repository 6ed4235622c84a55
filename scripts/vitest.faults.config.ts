import { defineConfig } from "vitest/config";

/** The fault matrix. It needs the client, the helpers and the proxy built, and the registry for runtimes that are not installed yet. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ["faults/*.test.ts"],
    // Two files must not install the same runtime at once.
    fileParallelism: false,
    env: { FAULT_RUNTIMES: mode === "runtimes" ? "all" : "" },
    hookTimeout: 300_000,
    disableConsoleIntercept: true,
    reporters: ["default", "json"],
    outputFile: { json: "reports/faults.json" },
  },
}));
