import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

// If unset, Playwright uses the Chromium that `npx playwright install chromium` installs.
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  test: {
    projects: [
      { test: { name: "node", include: ["vitest/node.test.ts"] } },
      { test: { name: "jsdom", include: ["vitest/jsdom.test.tsx"], environment: "jsdom" } },
      {
        test: {
          name: "browser",
          include: ["vitest/browser.test.tsx"],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: { executablePath } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
