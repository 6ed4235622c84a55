import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "playwright",
  use: {
    baseURL: "http://localhost:5173",
    // If unset, Playwright uses the Chromium that `npx playwright install chromium` installs.
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  webServer: [
    { command: "npx segment-iam-mock --port 4010 --users 3", port: 4010 },
    { command: "npx vite --port 5173 --strictPort", port: 5173 },
  ],
});
