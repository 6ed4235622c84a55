import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { setUpSockets } from "./testing/set-up.ts";

// A machine that is busy with other things may take seconds to start a browser.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let browser: Browser;

beforeAll(async () => {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("Set CHROMIUM_PATH to the Chromium to test in");
  const args = ["--host-resolver-rules=MAP app.example 127.0.0.1"];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(() => browser.close());

/** A proxy that lets a session in, and pages of a browser that has this session. */
async function openSession(hostname: string) {
  const reach = (url: string) => url.replace("127.0.0.1", hostname);
  const proxy = await setUpSockets({
    authorize: (request) => request.headers.get("cookie") === "session=admin",
  });
  const other = await setUpSockets();
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const url = reach(proxy.url);
  await context.addCookies([{ name: "session", value: "admin", url, sameSite: "Lax", httpOnly: true }]);
  const page = await context.newPage();
  return { page, url, workspace: proxy.workspace, otherUrl: reach(other.url) };
}

/** Has the page it shows send an invite as `fetch` lets it, and answers with the status, which that page may not see. */
async function sendInvite(page: Page, url: string, type: string, mode: RequestMode): Promise<number> {
  const answer = page.waitForResponse((response) => response.url() === url);
  const call = page.evaluate(
    async ([url, type, mode]) => {
      const body = JSON.stringify({ invites: [{ email: "mallory@example.com" }] });
      await fetch(url, { method: "POST", mode, credentials: "include", headers: { "content-type": type }, body });
    },
    [url, type, mode] as const,
  );
  const [response] = await Promise.all([answer, call]);
  return response.status();
}

describe("a page on another port of the same site", () => {
  it.each([
    ["127.0.0.1", "text/plain", 403],
    ["127.0.0.1", "text/plain;a=b, application/json", 403],
    // Chromium says only over https, or on this machine, which page sends.
    ["app.example", "text/plain", 415],
    ["app.example", "text/plain;a=b, application/json", 415],
    ["app.example", "text/plain; , application/json", 415],
  ])("on %s cannot write with the session and %s", async (hostname, type, status) => {
    const { page, url, otherUrl, workspace } = await openSession(hostname);
    await page.goto(otherUrl);
    expect(await sendInvite(page, `${url}/invites`, type, "no-cors")).toBe(status);
    expect(workspace.requests).toEqual([]);
  });
});

it("lets the application's own page write", async () => {
  const { page, url, workspace } = await openSession("127.0.0.1");
  await page.goto(url);
  expect(await sendInvite(page, `${url}/invites`, "application/json", "same-origin")).toBe(201);
  expect(workspace.requests).toHaveLength(1);
});
