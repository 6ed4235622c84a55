import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

import { chromiumArguments, findChromium } from "../src/system/chromium.ts";
import { startServer } from "./start-server.ts";

/** Where the application is, and how to start it. */
export interface UseAppOptions {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The port of the mock in the application's configuration. */
  readonly mockPort: number;
}

/**
 * Serves the built application and the mock of the application. Loads two pages of users and removes the first user in Chromium.
 *
 * Returns a summary of what the page showed. @throws {Error} if the page does not show the expected users, or logs an error
 */
export async function useApp({ folder, environment, mockPort }: UseAppOptions): Promise<string[]> {
  const modules = join(folder, "node_modules");
  const mock = [join(modules, "@segment-iam/msw/dist/bin.js"), "--port", String(mockPort), "--users", "250"];
  const preview = [join(modules, "vite/bin/vite.js"), "preview", "--host", "127.0.0.1", "--port", "0"];
  await using resources = new AsyncDisposableStack();
  resources.use(await startServer(mock, folder, environment));
  const { url } = resources.use(await startServer(preview, folder, { ...environment, NO_COLOR: "1" }));
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumArguments] });
  resources.defer(() => browser.close());
  return await removeUser(browser, url);
}

async function removeUser(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(url);
  const users = page.locator("#root > p");
  await users.first().waitFor();
  const loaded = [await users.count()];
  await page.getByRole("button", { name: "Load more" }).click();
  await page.getByRole("button", { name: "Load more" }).waitFor({ state: "detached" });
  loaded.push(await users.count());
  const email = (await users.first().textContent())?.split(" ")[0] ?? "";
  await users.first().getByRole("button", { name: "Remove" }).click();
  await page.getByText(email).waitFor({ state: "detached" });
  if (errors.length > 0) throw new Error(`The page logged errors:\n${errors.join("\n")}`);
  return [`loaded ${loaded.join(", then ")} users`, `removed the first user; ${await users.count()} users are left`];
}
