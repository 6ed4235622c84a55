import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installApp, type InstalledApp } from "./test-utils/install-app.ts";
import { startMock, TOKEN } from "./test-utils/start-mock.ts";
import { startProgram, type RunningProgram } from "./test-utils/start-program.ts";
import { startBrowser, visit } from "./test-utils/visit.ts";

/** The App Router of Next.js 16 bundles its own React 19. The versions of TanStack Query are the newest and the oldest supported ones. */
const versions = [
  { query: "5.108.0", react: "19.3.1" },
  { query: "5.90.2", react: "19.3.1" },
];

describe.each(versions)("Next.js 16 with TanStack Query $query", ({ query, react }) => {
  let app: InstalledApp;
  let browser: Browser;
  let mock: RunningProgram;
  let server: RunningProgram;

  beforeAll(async () => {
    app = installApp("next-app", {
      "@tanstack/react-query": query,
      "@types/node": "24.0.0",
      "@types/react": "19.3.0",
      next: "16.4.6",
      react,
      "react-dom": react,
      "server-only": "0.0.1",
      typescript: "5.9.3",
    });
    app.run("next", "build");
    mock = await startMock(app);
    const variables = { SEGMENT_TOKEN: TOKEN, SEGMENT_URL: mock.url };
    const program = `${app.dependencies}/node_modules/next/dist/bin/next`;
    server = await startProgram([program, "start", "--port", "0", "--hostname", "127.0.0.1"], app.folder, variables);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await mock?.stop();
    app?.remove();
  });

  it.each(["/", "/streamed"])("hydrates %s without a second request, a warning or a leaked token", async (path) => {
    const html = await (await fetch(server.url + path)).text();
    const [first] = emailsIn(html);
    expect(first).toBeDefined();

    const { page, consoleErrors, takeCalls, receivedText } = await visit(browser, server.url + path);
    await page.locator("main[data-hydrated=true]").waitFor();
    expect(await page.locator("li").count()).toBe(5);
    expect(await page.locator("li").first().textContent()).toContain(first);
    expect(takeCalls()).toEqual([]);
    expect(consoleErrors).toEqual([]);
    expect(await receivedText()).not.toContain(TOKEN);
  });

  it("fetches the next page and removes a user through the proxy", async () => {
    const { page, consoleErrors, takeCalls } = await visit(browser, server.url);
    await page.locator("main[data-hydrated=true]").waitFor();
    await page.getByText("More").click();
    await page.locator("li").nth(9).waitFor();
    const first = page.locator("li").first();
    const text = (await first.textContent()) ?? "";
    expect(takeCalls()).toEqual(["GET /users?pagination.count=5&pagination.cursor=NQ%3D%3D"]);

    await first.getByText("Remove").click();
    await page.getByText(text).waitFor({ state: "detached" });
    // The refetched list has a tenth user again.
    await page.locator("li").nth(9).waitFor();
    expect(takeCalls().map((call) => call.replace(/userIds\.0=.*/, "userIds.0"))).toEqual([
      "DELETE /users?userIds.0",
      "GET /users?pagination.count=5&pagination.cursor=NQ%3D%3D",
    ]);
    expect(consoleErrors).toEqual([]);
  });

  it("shows the error of the server without a second request", async () => {
    const url = `${server.url}/users/missing`;
    expect(await (await fetch(url)).text()).toContain("404 getUser");
    const { page, consoleErrors, takeCalls } = await visit(browser, url);
    expect(await page.getByRole("alert").first().textContent()).toBe("404 getUser");
    expect(takeCalls()).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });
});

function emailsIn(html: string): string[] {
  return html.match(/[\w.+-]+@[\w-]+\.[a-z]+/g) ?? [];
}
