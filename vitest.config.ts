import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArguments, findChromium } from "./scripts/src/system/chromium.ts";
import { checkedMock } from "./vitest.checked-mock.ts";

const executablePath = findChromium();

/** The configuration of all packages. Each package runs it from its own folder. */
export default defineConfig({
  root: process.cwd(),
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "reports/vitest.json" },
    // The default leaves one core idle, which is half of a machine with two.
    maxWorkers: "100%",
    // Finds tests that hang. A slow machine must not fail a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        root: process.cwd(),
        plugins: [checkedMock()],
        test: {
          name: "unit",
          environment: "node",
          setupFiles: join(import.meta.dirname, "vitest.setup.ts"),
          ...(executablePath && { env: { CHROMIUM_PATH: executablePath } }),
          include: ["{src,soak,bench,release}/**/*.test.{ts,tsx}"],
          exclude: ["src/**/*.browser.test.tsx"],
        },
      },
      {
        root: process.cwd(),
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["src/**/*.test-d.{ts,tsx}"] },
        },
      },
      {
        root: process.cwd(),
        plugins: [checkedMock()],
        test: {
          name: "browser",
          include: ["src/**/*.browser.test.tsx"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: [...chromiumArguments] },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
