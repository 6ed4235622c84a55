import { defineConfig } from "vitest/config";

/** The fault matrix. It needs the client and the helpers built, and the registry for runtimes that are not installed yet. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ["faults/*.test.ts"],
    env: { FAULT_RUNTIMES: mode === "runtimes" ? "all" : "" },
    hookTimeout: 300_000,
    disableConsoleIntercept: true,
    reporters: ["default", "json"],
    outputFile: { json: "reports/faults.json" },
  },
}));
