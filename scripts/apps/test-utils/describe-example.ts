import {
  addPermissionsToUser,
  createIamClient,
  deleteUsers,
  getUser,
  listUsers,
  replacePermissionsForUser,
  type IamClient,
} from "@segment-iam/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { InstalledApp } from "./install-app.ts";
import { startMock, TOKEN } from "./start-mock.ts";
import { startProgram, type RunningProgram } from "./start-program.ts";
import { startBrowser, visit } from "./visit.ts";

/** How to install, build and start an example application. */
export interface Example {
  /** Installs the application and builds it, without the token. */
  readonly build: () => InstalledApp;
  /** Returns the arguments of Node.js that start the built application. */
  readonly command: (app: InstalledApp) => readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** A started example. */
export interface StartedExample {
  readonly browser: Browser;
  readonly mock: RunningProgram;
  readonly server: RunningProgram;
  /** Starts another server with these environment variables, and stops it after the test. */
  readonly start: (environment: Readonly<Record<string, string>>) => Promise<RunningProgram>;
}

const methods: readonly [string, (iam: IamClient, userId: string) => Promise<unknown>][] = [
  ["GET", (iam, userId) => getUser(iam, { userId })],
  ["POST", (iam, userId) => addPermissionsToUser(iam, { userId, permissions: [] })],
  ["PUT", (iam, userId) => replacePermissionsForUser(iam, { userId, permissions: [] })],
  ["DELETE", (iam, userId) => deleteUsers(iam, { userIds: [userId] })],
];

/** Tests what all examples have in common. `more` adds tests of one example. */
export function describeExample(
  name: string,
  { build, command, variables }: Example,
  more?: (example: () => StartedExample) => void,
): void {
  describe(`the ${name} example`, () => {
    let app: InstalledApp;
    let example: StartedExample;

    beforeAll(async () => {
      app = build();
      const [browser, mock] = await Promise.all([startBrowser(), startMock(app)]);
      const server = await startServer({ SEGMENT_TOKEN: TOKEN, SEGMENT_URL: mock.url, ALLOW_EVERYONE: "true" });
      example = { browser, mock, server, start };
    });

    afterAll(async () => {
      await example?.browser.close();
      await Promise.all([example?.server.stop(), example?.mock.stop()]);
      app?.remove();
    });

    const startServer: StartedExample["start"] = (environment) =>
      startProgram(command(app), app.folder, { ...variables, ...environment });

    const start: StartedExample["start"] = async (environment) => {
      const server = await startServer(environment);
      onTestFinished(server.stop);
      return server;
    };

    it("hydrates the list without a second request, then loads a page and removes a user", async () => {
      const { browser, server } = example;
      const [email] = emailsIn(await (await fetch(server.url)).text());
      const { page, consoleErrors, takeCalls, receivedText } = await visit(browser, server.url);
      expect(await page.locator("ul > li").first().textContent()).toContain(email);
      expect(await page.locator("ul > li").count()).toBe(5);
      await page.getByText("More").click();
      await page.locator("ul > li").nth(9).waitFor();
      expect(takeCalls()).toEqual(["GET /users?pagination.count=5&pagination.cursor=NQ%3D%3D"]);

      const first = page.locator("ul > li").first();
      const text = (await first.getByRole("link").textContent()) ?? "";
      await first.getByText("Remove", { exact: true }).click();
      await page.getByText(text).waitFor({ state: "detached" });
      // The refetched list has a tenth user again.
      await page.locator("ul > li").nth(9).waitFor();
      const listed = await page.locator("ul > li").allTextContents();
      expect(new Set(listed).size).toBe(listed.length);
      expect(takeCalls()[0]).toMatch(/^DELETE \/users\?userIds\.0=/);
      expect(consoleErrors).toEqual([]);
      expect(await receivedText()).not.toContain(TOKEN);
    });

    it("hydrates the page of a user without a second request", async () => {
      const { browser, server, mock } = example;
      const user = await userOf(mock);
      const url = `${server.url}/users/${user.id}`;
      expect(await (await fetch(url)).text()).toContain(user.email);
      const { page, consoleErrors, takeCalls, receivedText } = await visit(browser, url);
      expect(await page.locator("h1").textContent()).toBe(user.email);
      expect(takeCalls()).toEqual([]);
      expect(consoleErrors).toEqual([]);
      expect(await receivedText()).not.toContain(TOKEN);
    });

    it("responds with 404 if a user does not exist, and shows the status", async () => {
      const url = `${example.server.url}/users/missing`;
      expect((await fetch(url)).status).toBe(404);
      const { page, consoleErrors, receivedText } = await visit(example.browser, url);
      expect(await page.getByRole("alert").getByRole("heading").textContent()).toBe("Error 404");
      expect(consoleErrors.join("\n")).not.toMatch(/hydrat/i);
      expect(await receivedText()).not.toContain(TOKEN);
    });

    it.each(methods)("handles %s in the proxy", async (_, call) => {
      const { id } = await userOf(example.mock);
      const iam = createIamClient({ baseUrl: `${example.server.url}/api/iam` });
      await expect(call(iam, id)).resolves.toBeDefined();
    });

    it("starts without the token, and logs that it is missing when a request fails", async () => {
      const server = await start({ SEGMENT_URL: example.mock.url, ALLOW_EVERYONE: "true" });
      expect((await fetch(`${server.url}/api/iam/users`)).status).toBe(500);
      expect(server.output()).toContain("The token function returned no token");
    });

    it("rejects all requests by default", async () => {
      const server = await start({ SEGMENT_URL: example.mock.url, SEGMENT_TOKEN: TOKEN });
      expect((await fetch(`${server.url}/api/iam/users`)).status).toBe(403);
      const { email, id } = await userOf(example.mock);
      for (const path of ["/", `/users/${id}`])
        expect(await (await fetch(server.url + path)).text()).not.toContain(email);
    });

    more?.(() => example);
  });
}

/** Returns a user of the mock. */
async function userOf({ url }: RunningProgram): Promise<{ readonly id: string; readonly email: string }> {
  const { users } = await listUsers(createIamClient({ token: TOKEN, baseUrl: url }));
  if (!users[0]) throw new Error("The mock has no users");
  return users[0];
}

function emailsIn(html: string): string[] {
  return html.match(/[\w.+-]+@[\w-]+\.[a-z]+/g) ?? [];
}
