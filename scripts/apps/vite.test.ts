import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installApp, type InstalledApp } from "./test-utils/install-app.ts";
import { startMock, TOKEN } from "./test-utils/start-mock.ts";
import { startProgram, type RunningProgram } from "./test-utils/start-program.ts";
import { startBrowser, visit } from "./test-utils/visit.ts";

/** The oldest and the newest versions that `peerDependencies` of @segment-iam/react allow, and mixed versions. */
const versions = [
  { react: "18.0.0", query: "5.90.2" },
  { react: "18.3.1", query: "5.108.0" },
  { react: "19.0.0", query: "5.90.2" },
  { react: "19.3.1", query: "5.108.0" },
];

describe.each(versions)("Vite with React $react and TanStack Query $query", ({ react, query }) => {
  let app: InstalledApp;
  let browser: Browser;
  let mock: RunningProgram;
  let server: RunningProgram;

  beforeAll(async () => {
    app = installApp("vite-app", {
      "@tanstack/react-query": query,
      "@vitejs/plugin-react": "6.3.0",
      react,
      "react-dom": react,
      vite: "8.3.8",
    });
    app.run("vite", "build");
    app.run("vite", "build", "--ssr", "src/render.tsx", "--outDir", "dist-server");
    mock = await startMock(app);
    const variables = { SEGMENT_TOKEN: TOKEN, SEGMENT_URL: mock.url };
    server = await startProgram(["serve.mjs"], app.folder, variables);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await mock?.stop();
    app?.remove();
  });

  it("lists users, loads the next page and removes a user, without a console error or a leaked token", async () => {
    const { page, consoleErrors, takeCalls, receivedText } = await visit(browser, server.url);
    await page.locator("li").nth(4).waitFor();
    await page.getByText("More").click();
    await page.locator("li").nth(9).waitFor();
    expect(takeCalls()).toEqual([
      "GET /users?pagination.count=5",
      "GET /users?pagination.count=5&pagination.cursor=NQ%3D%3D",
    ]);

    const first = page.locator("li").first();
    const text = (await first.textContent()) ?? "";
    await first.getByText("Remove").click();
    await page.getByText(text).waitFor({ state: "detached" });
    // The refetched list has a tenth user again.
    await page.locator("li").nth(9).waitFor();
    expect(takeCalls().map((call) => call.replace(/userIds\.0=.*/, "userIds.0"))).toEqual([
      "DELETE /users?userIds.0",
      "GET /users?pagination.count=5&pagination.cursor=NQ%3D%3D",
    ]);
    expect(consoleErrors).toEqual([]);
    expect(await receivedText()).not.toContain(TOKEN);
  });

  it("hydrates a server-rendered page without a second request or a console error", async () => {
    const { page, consoleErrors, takeCalls, receivedText } = await visit(browser, `${server.url}/rendered`);
    // The page handles a click only after hydration.
    await page.getByText("Show a missing user").click();
    expect(await page.getByRole("alert").textContent()).toBe("404");
    expect(takeCalls()).toEqual(["GET /users/missing"]);
    expect(await page.locator("li").count()).toBe(5);
    expect(consoleErrors.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
    expect(await receivedText()).not.toContain(TOKEN);
  });

  it("shows an error with its status", async () => {
    const { page, consoleErrors, takeCalls } = await visit(browser, server.url);
    takeCalls();
    await page.getByText("Show a missing user").click();
    expect(await page.getByRole("alert").textContent()).toBe("404");
    expect(takeCalls()).toEqual(["GET /users/missing"]);
    // The browser logs a 404 as a console error.
    expect(consoleErrors.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
  });
});
