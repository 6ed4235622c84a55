import { join } from "node:path";

import { startBrowser, visit } from "../apps/test-utils/visit.ts";
import { startProgram } from "../src/system/start-program.ts";

/** Where the application is, and how to start it. */
export interface SmokeTestOptions {
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
export async function smokeTest({ folder, environment, mockPort }: SmokeTestOptions): Promise<string[]> {
  const modules = join(folder, "node_modules");
  const mock = [join(modules, "@segment-iam/msw/dist/bin.js"), "--port", String(mockPort), "--users", "250"];
  const preview = [join(modules, "vite/bin/vite.js"), "preview", "--host", "127.0.0.1", "--port", "0"];
  await using resources = new AsyncDisposableStack();
  resources.defer((await startProgram(mock, folder, environment)).stop);
  const { url, stop } = await startProgram(preview, folder, { ...environment, NO_COLOR: "1" });
  resources.defer(stop);
  const browser = await startBrowser();
  resources.defer(() => browser.close());

  const { page, consoleErrors } = await visit(browser, url);
  page.on("dialog", (dialog) => dialog.accept());
  const users = page.locator("#root > p");
  await users.first().waitFor();
  const loaded = [await users.count()];
  await page.getByRole("button", { name: "Load more" }).click();
  await page.getByRole("button", { name: "Load more" }).waitFor({ state: "detached" });
  loaded.push(await users.count());
  const email = (await users.first().textContent())?.split(" ")[0] ?? "";
  await users.first().getByRole("button", { name: "Remove" }).click();
  await page.getByText(email).waitFor({ state: "detached" });
  if (consoleErrors.length > 0) throw new Error(`The page logged errors:\n${consoleErrors.join("\n")}`);
  return [`loaded ${loaded.join(", then ")} users`, `removed the first user; ${await users.count()} users are left`];
}
