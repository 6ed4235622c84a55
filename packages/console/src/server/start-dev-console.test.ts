import { chromium } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { startDevConsole } from "./start-dev-console.ts";

it("reloads the page and restarts the API", async () => {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("Set CHROMIUM_PATH to the path of a Chromium executable");
  const [{ url, reload, close }, browser] = await Promise.all([
    startDevConsole({ port: 0, mock: { users: 3 } }),
    chromium.launch({ executablePath }),
  ]);
  onTestFinished(async () => {
    await browser.close();
    await close();
  });
  const users = `${url}/api/iam/users`;
  const { data } = (await (await fetch(users)).json()) as { data: { users: { id: string }[] } };
  expect((await fetch(`${users}?userIds.0=${data.users[1]?.id}`, { method: "DELETE" })).status).toBe(200);
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByText("2 of 2 loaded").waitFor();

  // The restarted mock workspace has all users again.
  reload();
  await page.getByText("3 of 3 loaded").waitFor();
});
