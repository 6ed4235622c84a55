import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installApp, type InstalledApp } from "./testbed/install-app.ts";
import { startMock, TOKEN } from "./testbed/start-mock.ts";
import { startProgram, type RunningProgram } from "./testbed/start-program.ts";
import { startBrowser, visit } from "./testbed/visit.ts";

/** The oldest and the newest of what `peerDependencies` of @segment-iam/react allow, and the two mixed. */
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

  it("shows a list, its next page and a removal, without a complaint or the token", async () => {
    const { page, complaints, takeCalls, received } = await visit(browser, server.url);
    await page.locator("li").nth(4).waitFor();
    await page.getByText("More").click();
    await page.locator("li").nth(9).waitFor();
    expect(takeCalls()).toEqual([
      "GET /users?pagination.count=5",
      "GET /users?pagination.count=5&pagination.cursor=NQ%3D%3D",
    ]);

    const removed = page.locator("li").first();
    const text = (await removed.textContent()) ?? "";
    await removed.getByText("Remove").click();
    await page.getByText(text).waitFor({ state: "detached" });
    // The tenth is one that the lists fetched again have.
    await page.locator("li").nth(9).waitFor();
    expect(takeCalls().map((call) => call.replace(/userIds\.0=.*/, "userIds.0"))).toEqual([
      "DELETE /users?userIds.0",
      "GET /users?pagination.count=5",
      "GET /users?pagination.count=5&pagination.cursor=NQ%3D%3D",
    ]);
    expect(complaints).toEqual([]);
    expect(await received()).not.toContain(TOKEN);
  });

  it("hydrates what a server rendered, without a second request or a complaint", async () => {
    const { page, complaints, takeCalls, received } = await visit(browser, `${server.url}/rendered`);
    // What answers to a click has been hydrated.
    await page.getByText("Show nobody").click();
    expect(await page.getByRole("alert").textContent()).toBe("404");
    expect(takeCalls()).toEqual(["GET /users/nobody"]);
    expect(await page.locator("li").count()).toBe(5);
    expect(complaints.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
    expect(await received()).not.toContain(TOKEN);
  });

  it("shows an error with its status", async () => {
    const { page, complaints, takeCalls } = await visit(browser, server.url);
    takeCalls();
    await page.getByText("Show nobody").click();
    expect(await page.getByRole("alert").textContent()).toBe("404");
    expect(takeCalls()).toEqual(["GET /users/nobody"]);
    // The browser's own line about a 404.
    expect(complaints.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
  });
});
