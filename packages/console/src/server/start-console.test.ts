import { request } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { startConsole, type ConsoleOptions } from "./start-console.ts";

async function start(options?: ConsoleOptions) {
  const running = await startConsole({ port: 0, mock: { users: 1 }, ...options });
  onTestFinished(running.close);
  return running;
}

/** The status for a request whose `Host` is not the address, which `fetch` cannot send. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject).end();
  });
}

it("serves the console at every address that is no file", async () => {
  const { url } = await start();
  for (const path of ["/", "/users", "/users/a%2Fb", "/invites/new"]) {
    const response = await fetch(url + path);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toContain('<div id="root">');
  }
  for (const path of ["/nothing.js", "/../package.json", "/%2e%2e%2fpackage.json", "/.env"]) {
    expect((await fetch(url + path)).status).toBe(404);
  }
});

it("sends security headers with everything", async () => {
  const { url } = await start();
  for (const path of ["/", "/nothing.js", "/api/iam/users", "/api/iam/nothing"]) {
    const { headers } = await fetch(url + path);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});

it("answers the API to its own pages only", async () => {
  const { url, workspace } = await start();
  const users = `${url}/api/iam/users`;
  const statusOf = async (headers: Record<string, string>) => (await fetch(users, { headers })).status;
  expect(await statusOf({ "sec-fetch-site": "same-origin" })).toBe(200);
  expect(await statusOf({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await statusOf({ origin: "https://evil.example" })).toBe(403);
  expect(await statusFor(users, "evil.example")).toBe(403);
  expect(workspace?.requests).toHaveLength(1);
});

it("says whether the workspace is the real one", async () => {
  const mock = await start();
  expect(await (await fetch(mock.url)).text()).toContain('<meta name="workspace" content="mock" />');
  const live = await start({ token: "sgp_test" });
  expect(live.workspace).toBeUndefined();
  expect(await (await fetch(live.url)).text()).toContain('<meta name="workspace" content="live" />');
});

it("takes the port that was asked for or none", async () => {
  const { url } = await start();
  const { port } = new URL(url);
  await expect(startConsole({ port: Number(port) })).rejects.toThrow(`Port ${port} is taken`);
});
