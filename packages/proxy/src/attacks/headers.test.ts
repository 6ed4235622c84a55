import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { attack, expectInvariants } from "../test-utils/attack.ts";
import { rawRequest, sendRaw } from "../test-utils/raw-http.ts";
import { listen, startTarget, type Target } from "../test-utils/start-target.ts";

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());

const users = "/api/iam/users";
const json = "content-type: application/json";

it.each<[name: string, headers: string[], status?: number]>([
  ["a Host of another site", ["host: evil.example"]],
  ["a Host with a port", ["host: app.example:65535"]],
  ["a Host with an invalid port", ["host: app.example:99999"], 400],
  ["a Host with a path", ["host: app.example/api/iam/users?"]],
  ["a Host with credentials", ["host: user@evil.example"]],
  ["a Host with a space", ["host: app.example evil.example"]],
  ["a Host with a fragment", ["host: app.example#"]],
  ["a Host that is not a domain", ["host: xn--a.example"]],
  ["an empty Host", ["host:"]],
  ["two Host headers", ["host: app.example", "host: evil.example"]],
  ["X-Forwarded-Host", ["x-forwarded-host: evil.example"]],
  ["an invalid X-Forwarded-Host", ["x-forwarded-host: a:99999"]],
  ["X-Forwarded-Proto", ["x-forwarded-proto: file"]],
  ["X-Forwarded-Prefix", ["x-forwarded-prefix: /invites"]],
  ["X-Original-URL", ["x-original-url: /api/iam/invites"]],
  ["X-Rewrite-URL", ["x-rewrite-url: /api/iam/invites"]],
  ["Forwarded", ["forwarded: for=127.0.0.1;host=evil.example;proto=https"]],
  ["Via and Max-Forwards", ["via: 1.1 evil", "max-forwards: 0"]],
  ["Authorization of the caller", ["authorization: Bearer stolen"]],
  ["two Authorization headers", ["authorization: Bearer a", "authorization: Bearer b"]],
  ["Proxy-Authorization", ["proxy-authorization: Basic YTpi"]],
  ["cookies", ["cookie: session=1", "cookie: session=2"]],
  ["Connection that removes Authorization", ["connection: close, authorization, x-request-id"]],
  ["Keep-Alive and Proxy-Connection", ["keep-alive: timeout=1000000", "proxy-connection: keep-alive"]],
  ["TE and Trailer", ["te: trailers", "trailer: authorization"]],
  ["a conditional request", ["if-none-match: *", "if-modified-since: Thu, 01 Jan 2099 00:00:00 GMT"]],
  ["a range", ["range: bytes=0-0"]],
  ["Accept of a page", ["accept: text/html"]],
  ["Accept with a line break as text", ["accept: application/json%0d%0ax-injected: 1"]],
  ["Accept-Encoding", ["accept-encoding: gzip, br, zstd"]],
  ["Accept with 3,000 media types", [`accept: ${"a/b,".repeat(3_000)}`]],
  ["a header named __proto__", ["__proto__: polluted", "constructor: a", "tostring: b"]],
  ["X-Request-Id with a line break", ["x-request-id: a\\r\\nset-cookie: a=b"]],
  ["X-Request-Id that is not ASCII", ["x-request-id: \xe9\xff"]],
  ["two X-Request-Id headers", ["x-request-id: a", "x-request-id: b"]],
  ["X-Request-Id with markup", ['x-request-id: "><script>']],
  ["X-Should-Retry", ["x-should-retry: true"]],
])("rejects or ignores %s", async (_, headers, status = 200) => {
  const reached = status === 200 ? ["GET /users"] : [];
  const { text, responses, ...result } = await attack(target, rawRequest(`GET ${users}`, headers));
  expect(result).toEqual({ statuses: [status], reached });
  // If the response contained such a value, a cache could store it and serve it to other users.
  expect(text).not.toMatch(/evil|stolen|polluted|<script|injected/);
  const usual = ["cache-control", "connection", "content-type", "date", "transfer-encoding", "x-request-id"];
  const names = responses[0]?.headers.map(([name]) => name).toSorted();
  expect(names).toEqual(status === 200 ? usual : [...usual, "x-should-retry"]);
});

it.each<[name: string, headers: string[], status: number]>([
  ["two Content-Type headers", [json, "content-type: text/plain"], 415],
  ["two equal Content-Type headers", [json, json], 415],
  ["Content-Encoding: gzip", [json, "content-encoding: gzip"], 400],
  ["a charset of UTF-7", ["content-type: application/json; charset=utf-7"], 400],
])("rejects a body with %s", async (_, headers, status) => {
  const body = headers.some((header) => header.startsWith("content-encoding")) ? "\x1f\x8b\x08\0\0" : "+AHsAfQ-";
  const result = await attack(target, rawRequest("POST /api/iam/invites", headers, body));
  expect(result).toMatchObject({ statuses: [status], reached: [] });
});

it.each([
  ["an absolute URL", (host: string) => rawRequest(`GET http://${host}${users}`)],
  ["Host", (host: string) => rawRequest(`GET ${users}`, [`host: ${host}`])],
  ["X-Forwarded-Host", (host: string) => rawRequest(`GET ${users}`, [`x-forwarded-host: ${host}`])],
  ["Forwarded", (host: string) => rawRequest(`GET ${users}`, [`forwarded: host=${host}`])],
  [
    "Origin and Referer",
    (host: string) => rawRequest(`GET ${users}`, [`origin: http://${host}`, `referer: http://${host}/`]),
  ],
  ["a URL in a parameter", (host: string) => rawRequest(`GET ${users}/http:%2f%2f${host}`)],
  ["a host in a parameter", (host: string) => rawRequest(`GET ${users}/@${host}`)],
  ["a double slash", (host: string) => rawRequest(`GET /api/iam//${host}/users`)],
  ["a URL in the query", (host: string) => rawRequest(`GET ${users}?baseUrl=http://${host}`)],
  [
    "a cursor with a URL",
    (host: string) => rawRequest(`GET ${users}?pagination.count=1&pagination.cursor=http://${host}/`),
  ],
  [
    "a URL in the body",
    (host: string) =>
      rawRequest(
        "PUT /api/iam/users/a/permissions",
        [json],
        `{"baseUrl":"http://${host}","url":"http://${host}","permissions":[]}`,
      ),
  ],
])("does not connect to a host that the caller sends as %s (SSRF)", async (_, createRequest) => {
  let connections = 0;
  const other = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  onTestFinished(() => void other.close());
  const host = `127.0.0.1:${await listen(other)}`;
  const start = target.received.length;
  const exchange = await sendRaw(target.port, createRequest(host));
  expect(exchange.responses).toHaveLength(1);
  // Each request that reached the API has the API's own host.
  expectInvariants(target, [exchange], target.received.slice(start));
  expect(connections).toBe(0);
});
