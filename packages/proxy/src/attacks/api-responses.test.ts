import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { expectInvariants } from "../test-utils/attack.ts";
import { rawRequest, sendRaw, type RawResponse } from "../test-utils/raw-http.ts";
import { listen, startTarget, type TargetOptions } from "../test-utils/start-target.ts";

const request = rawRequest("GET /api/iam/users");

/** Calls an API that misbehaves, and returns the response of the proxy. */
async function call(api: RequestListener, options: TargetOptions = {}): Promise<RawResponse> {
  const target = await startTarget({ api, ...options });
  onTestFinished(target.stop);
  const exchange = await sendRaw(target.port, request);
  expectInvariants(target, [exchange], target.received);
  expect([exchange.responses.length, target.received.length]).toEqual([1, 1]);
  const [response] = exchange.responses;
  if (!response) throw new Error("No response");
  return response;
}

/** Creates a listener that sends bytes, which may be an invalid response. */
function sendBytes(text: string, isOpen = false): RequestListener {
  return ({ socket }) => (isOpen ? socket.write(text, "latin1") : socket.end(text, "latin1"));
}

it.each([301, 302, 303, 307, 308])("does not follow a redirect with the status %i", async (status) => {
  let requests = 0;
  const other = createServer((_, response) => response.end(String((requests += 1))));
  onTestFinished(() => void other.close());
  const location = `http://127.0.0.1:${await listen(other)}/users`;
  const response = await call((_, api) => api.writeHead(status, { location }).end());
  expect([response.status, requests]).toEqual([502, 0]);
  expect(JSON.stringify(response)).not.toContain(location);
});

it.each<[name: string, headers: Record<string, string | string[]>]>([
  ["cookies", { "set-cookie": ["a=b", "c=d"] }],
  [
    "caching",
    { "cache-control": "public, max-age=31536000", expires: "Thu, 01 Jan 2099 00:00:00 GMT", age: "0", etag: "a" },
  ],
  ["Vary and a CDN's caching", { vary: "*", "surrogate-control": "max-age=1", "cdn-cache-control": "max-age=1" }],
  ["CORS", { "access-control-allow-origin": "*", "access-control-allow-credentials": "true" }],
  ["navigation", { refresh: "0;url=https://evil.example", link: "<https://evil.example>; rel=preload" }],
  ["storage", { "clear-site-data": '"*"', "service-worker-allowed": "/", sourcemap: "https://evil.example" }],
  ["authentication", { "www-authenticate": "Basic realm=a", "proxy-authenticate": "Basic realm=a" }],
  ["connections", { "alt-svc": 'h3="evil.example:443"', upgrade: "h2c", "keep-alive": "timeout=1" }],
  [
    "the server",
    { server: "nginx/1.0", "x-powered-by": "PHP", via: "1.1 internal", "x-accel-redirect": "/etc/passwd" },
  ],
])("does not forward the API's headers for %s", async (_, headers) => {
  const body = JSON.stringify({ data: { users: [] } });
  const { status, headers: received } = await call((_, api) => api.writeHead(200, headers).end(body));
  const names = received.map(([name]) => name).toSorted();
  expect([status, names]).toEqual([
    200,
    ["cache-control", "connection", "content-type", "date", "transfer-encoding", "x-request-id"],
  ]);
});

const data = '{"data":{}}';
const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n`;
const length = `content-length: ${data.length}`;

it.each<[name: string, status: number, api: RequestListener]>([
  ["a second response after the first", 200, sendBytes(`${head}${length}\r\n\r\n${data}HTTP/1.1 200 OK\r\n\r\nevil`)],
  ["a header with a bare CR", 502, sendBytes(`${head}x-a: b\rset-cookie: evil=1\r\n${length}\r\n\r\n${data}`)],
  ["a date with a bare LF", 502, sendBytes(`${head}date: a\nset-cookie: evil=1\r\n${length}\r\n\r\n${data}`)],
  ["a date with a null byte", 502, sendBytes(`${head}date: a\0evil\r\n${length}\r\n\r\n${data}`)],
  ["a rate limit that is not ASCII", 200, sendBytes(`${head}x-ratelimit-reset: \xff\r\n${length}\r\n\r\n${data}`)],
  ["two different Content-Length", 502, sendBytes(`${head}${length}\r\ncontent-length: 1\r\n\r\n${data}`)],
  ["Content-Length beside chunks", 502, sendBytes(`${head}${length}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`)],
  ["a body that is too short", 502, sendBytes(`${head}content-length: 100\r\n\r\n${data}`)],
  ["a malformed chunk", 502, sendBytes(`${head}transfer-encoding: chunked\r\n\r\nzz\r\nevil\r\n`)],
  ["a malformed status line", 502, sendBytes("HTTP/1.1 evil\r\n\r\n")],
  ["another protocol", 502, sendBytes("SSH-2.0-OpenSSH_9.9\r\n")],
  ["no bytes", 502, sendBytes("")],
  ["headers of 1 MB", 502, sendBytes(`${head}x-a: ${"a".repeat(1_000_000)}\r\n\r\n`)],
  [
    "a switch of protocols",
    502,
    sendBytes("HTTP/1.1 101 Switching Protocols\r\nupgrade: evil\r\nconnection: upgrade\r\n\r\n"),
  ],
  [
    "interim responses",
    200,
    sendBytes(`HTTP/1.1 103 Early Hints\r\nlink: evil\r\n\r\n${head}${length}\r\n\r\n${data}`),
  ],
  ["an unknown encoding", 502, sendBytes(`${head}content-encoding: evil\r\n${length}\r\n\r\n\x1f\x8b`)],
  ["a body that is not gzip", 502, sendBytes(`${head}content-encoding: gzip\r\n${length}\r\n\r\n${data}`)],
  ["a page", 502, (_, api) => api.writeHead(200, { "content-type": "text/html" }).end("<script>evil</script>")],
  ["a page as an error", 503, (_, api) => api.writeHead(503, { "content-type": "text/html" }).end("<b>evil</b>")],
  ["JSON with the type of a page", 502, (_, api) => api.writeHead(200, { "content-type": "text/html" }).end(data)],
  [
    "a Content-Type with two types",
    200,
    (_, api) => api.writeHead(200, { "content-type": "application/json, text/html; evil" }).end(data),
  ],
  [
    "a parameter in Content-Type",
    200,
    (_, api) => api.writeHead(200, { "content-type": "application/json; charset=evil" }).end(data),
  ],
  ["JSON with __proto__", 200, (_, api) => api.end('{"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1}}}')],
  [
    "an error with __proto__",
    409,
    (_, api) => api.writeHead(409).end('{"errors":[{"type":"a","__proto__":{"polluted":1}}]}'),
  ],
  ["a Retry-After without an end", 429, (_, api) => api.writeHead(429, { "retry-after": "9".repeat(400) }).end("{}")],
  ["a negative Retry-After", 429, (_, api) => api.writeHead(429, { "retry-after": "-1" }).end("{}")],
  ["a response that never starts", 504, () => {}],
  ["headers that stop", 504, sendBytes(head, true)],
  ["a body that stops", 504, sendBytes(`${head}${length}\r\n\r\n{`, true)],
  ["a body of which one byte arrives at a time", 504, (_, api) => drip(api)],
])("responds safely to %s of the API", async (_, status, api) => {
  const response = await call(api, status === 504 ? { timeoutMs: 300 } : {});
  expect(response.status).toBe(status);
  const headers = new Map(response.headers);
  expect(headers.get("content-type")).toBe("application/json");
  expect(headers.get("retry-after") ?? "0").toMatch(/^\d{1,20}$/);
  expect(JSON.stringify(response)).not.toContain("evil");
});

function drip(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
}

const bomb = Buffer.alloc(2 ** 20, " ");

it.each<[name: string, encoding: string, body: Buffer]>([
  ["gzip in gzip", "gzip, gzip", gzipSync(gzipSync(bomb))],
  ["brotli", "br", brotliCompressSync(bomb)],
  ["eight layers of gzip", Array.from({ length: 8 }, () => "gzip").join(), gzipTimes(8)],
])("responds with 502 to a bomb of %s", async (_, encoding, body) => {
  const options = { maxResponseBytes: 100_000 };
  const response = await call((_, api) => api.writeHead(200, { "content-encoding": encoding }).end(body), options);
  expect(response.status).toBe(502);
});

function gzipTimes(times: number): Buffer {
  return times === 0 ? bomb : gzipSync(gzipTimes(times - 1));
}
