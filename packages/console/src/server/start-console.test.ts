import { request } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { startConsole, type ConsoleOptions } from "./start-console.ts";

async function start(options?: ConsoleOptions) {
  const running = await startConsole({ port: 0, mock: { users: 1 }, ...options });
  onTestFinished(running.close);
  return running;
}

/** Sends a request with another `Host`, which `fetch` does not allow, and returns the status. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject).end();
  });
}

/** Returns the workspace that index.html states. */
async function readWorkspaceOf({ url }: { readonly url: string }): Promise<unknown> {
  const html = await (await fetch(url)).text();
  return JSON.parse(decodeURIComponent(/<meta name="workspace" content="([^"]*)" \/>/.exec(html)?.[1] ?? ""));
}

it("serves index.html for every path that is not a file", async () => {
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

it("sends security headers with every response", async () => {
  const { url } = await start();
  for (const path of ["/", "/nothing.js", "/api/iam/users", "/api/iam/nothing"]) {
    const { headers } = await fetch(url + path);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});

it("rejects API requests from other sites", async () => {
  const { url, workspace } = await start();
  const users = `${url}/api/iam/users`;
  const statusOf = async (headers: Record<string, string>) => (await fetch(users, { headers })).status;
  expect(await statusOf({ "sec-fetch-site": "same-origin" })).toBe(200);
  expect(await statusOf({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await statusOf({ origin: "https://evil.example" })).toBe(403);
  expect(await statusWithHost(users, "evil.example")).toBe(403);
  expect(workspace?.requests).toHaveLength(1);
});

it("sends built files compressed, and caches them for a year", async () => {
  const { url } = await start();
  const script = /\/assets\/[^"]+\.js/.exec(await (await fetch(url)).text())?.[0] ?? "";
  const load = (encoding: string) => fetch(url + script, { headers: { "accept-encoding": encoding } });
  const texts = new Set<string>();
  for (const [accepted, sent] of [
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["identity", null],
  ] as const) {
    const response = await load(accepted);
    expect(response.headers.get("content-encoding")).toBe(sent);
    expect(response.headers.get("vary")).toMatch(/accept-encoding/i);
    expect(response.headers.get("cache-control")).toBe("max-age=31536000, immutable");
    texts.add(await response.text());
  }
  expect(texts.size).toBe(1);
});

it.each(["/assets/old.js", "/assets/old", "/assets/", "/old.js"])(
  "responds with 404 and no-store to the missing file %s",
  async (path) => {
    const { url } = await start();
    const response = await fetch(url + path);
    expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
  },
);

it("writes the workspace into index.html", async () => {
  expect(await readWorkspaceOf(await start())).toEqual({ kind: "mock" });
  const live = await start({ token: "sgp_test", region: "eu", workspaceId: `"><script>alert("$&")</script>` });
  expect(live.workspace).toBeUndefined();
  expect(await readWorkspaceOf(live)).toEqual({ kind: "live", region: "eu", id: `"><script>alert("$&")</script>` });
});

it("rejects if the port is in use", async () => {
  const { url } = await start();
  const { port } = new URL(url);
  await expect(startConsole({ port: Number(port) })).rejects.toThrow(`Port ${port} is in use`);
});
