import { chromium } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { startDevConsole } from "./start-dev-console.ts";

it("reloads the page and restarts the API", { timeout: 60_000 }, async () => {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("Set CHROMIUM_PATH to the path of a Chromium executable");
  const { url, reload, close } = await startDevConsole({ port: 0 });
  onTestFinished(close);
  const browser = await chromium.launch({ executablePath });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const users = `${url}/api/iam/users`;

  await page.goto(url);
  await page.getByText("200 of 1,000 loaded").waitFor();
  const { data } = (await (await fetch(users)).json()) as { data: { users: { id: string }[] } };
  expect((await fetch(`${users}?userIds.0=${data.users[1]?.id}`, { method: "DELETE" })).status).toBe(200);
  await page.reload();
  await page.getByText("200 of 999 loaded").waitFor();

  // The restarted mock workspace has all users again.
  reload();
  await page.getByText("200 of 1,000 loaded").waitFor();
});
