import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startProxy } from "../test-utils/set-up.ts";

let browser: Browser;

beforeAll(async () => {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("Set CHROMIUM_PATH to the path of a Chromium executable");
  const args = ["--host-resolver-rules=MAP app.example 127.0.0.1"];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(() => browser.close());

/** Opens a page in a browser with a session cookie for the proxy. */
async function openSession(hostname: string) {
  const withHostname = (url: string) => url.replace("127.0.0.1", hostname);
  const proxy = await startProxy({
    authorize: (request) => request.headers.get("cookie") === "session=admin",
  });
  const other = await startProxy();
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const url = withHostname(proxy.url);
  await context.addCookies([{ name: "session", value: "admin", url, sameSite: "Lax", httpOnly: true }]);
  const page = await context.newPage();
  return { page, url, workspace: proxy.workspace, otherUrl: withHostname(other.url) };
}

/** Sends an invite from the current page and returns the status, which CORS hides from the page itself. */
async function sendInvite(page: Page, url: string, type: string, mode: RequestMode): Promise<number> {
  const received = page.waitForResponse((response) => response.url() === url);
  const call = page.evaluate(
    async ([url, type, mode]) => {
      const body = JSON.stringify({ invites: [{ email: "mallory@example.com" }] });
      await fetch(url, { method: "POST", mode, credentials: "include", headers: { "content-type": type }, body });
    },
    [url, type, mode] as const,
  );
  const [response] = await Promise.all([received, call]);
  return response.status();
}

describe("checkCsrf for a page on another port of the same site", () => {
  it.each([
    ["127.0.0.1", "text/plain", 403],
    ["127.0.0.1", "text/plain;a=b, application/json", 403],
    // Chromium sends Sec-Fetch-Site only over https and on localhost.
    ["app.example", "text/plain", 415],
    ["app.example", "text/plain;a=b, application/json", 415],
    ["app.example", "text/plain; , application/json", 415],
  ])("rejects a write with the session cookie (%s, %s) with %i", async (hostname, type, status) => {
    const { page, url, otherUrl, workspace } = await openSession(hostname);
    await page.goto(otherUrl);
    expect(await sendInvite(page, `${url}/invites`, type, "no-cors")).toBe(status);
    expect(workspace.requests).toEqual([]);
  });
});

it("allows writes from a page of the same origin", async () => {
  const { page, url, workspace } = await openSession("127.0.0.1");
  await page.goto(url);
  expect(await sendInvite(page, `${url}/invites`, "application/json", "same-origin")).toBe(201);
  expect(workspace.requests).toHaveLength(1);
});
