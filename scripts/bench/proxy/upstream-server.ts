import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { seededRandom } from "@segment-iam/test-utils/random";
import { serveUsage } from "./child-process.ts";

/** Serves a page of 10 users. With the argument `faults`, 20% of the responses are faults. */
const FAULT_SHARE = 0.2;
/** A limit that no run reaches. */
const REQUESTS_PER_WINDOW = 1_000_000_000;
const WINDOW_MS = 60_000;
const hasFaults = process.argv[2] === "faults";
const random = seededRandom(1);

const permission = {
  roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS",
  roleName: "Workspace Owner",
  resources: [{ id: "9aQ1Lj62S4bomZKLF4DPqW", type: "WORKSPACE" }],
};
const users = Array.from({ length: 10 }, (_, index) => {
  const email = `ada${index}@example.com`;
  return { id: `sgJDWk3K21k6LE3tLU9n${index}`, name: `Ada ${index}`, email, permissions: [permission] };
});
const page = JSON.stringify({ data: { users, pagination: { current: "MA==" } } });
const bomb = gzipSync(Buffer.alloc(50_000_000));
const json = { "content-type": "application/vnd.segment.v1+json" };

const faults: readonly ((response: ServerResponse) => void)[] = [
  (response) => response.writeHead(503).end("<h1>Unavailable</h1>"),
  (response) => response.writeHead(429, json).end('{"errors":[{"type":"RequestError","data":{"msBeforeNext":10}}]}'),
  (response) => response.writeHead(999).end(page),
  (response) => response.writeHead(200, json).end("<h1>Log in</h1>"),
  (response) => response.destroy(),
  (response) => {
    response.writeHead(200, { ...json, "content-length": page.length });
    response.write(page.slice(0, 100), () => response.destroy());
  },
  // Never ends. The proxy closes the connection after its `timeoutMs`.
  (response) => response.writeHead(200, json).write(page.slice(0, 100)),
  (response) => response.writeHead(200, { ...json, "content-encoding": "gzip" }).end(bomb),
];

let limit = { consumed: 0, resetMs: 0, reset: "" };

const server = createServer((request, response) => {
  request.resume();
  const fault = hasFaults && random() < FAULT_SHARE && faults[Math.floor(random() * faults.length)];
  if (fault) {
    fault(response);
    return;
  }
  response.writeHead(200, {
    ...json,
    "content-length": page.length,
    ...countRequest(),
  });
  response.end(page);
});
server.listen(0, "127.0.0.1", () => serveUsage((server.address() as AddressInfo).port));

/** Counts a request in a fixed window, and returns the headers that describe the window. */
function countRequest(): Record<string, string | number> {
  const nowMs = Date.now();
  if (nowMs >= limit.resetMs) {
    const resetMs = nowMs + WINDOW_MS;
    limit = { consumed: 0, resetMs, reset: new Date(resetMs).toUTCString() };
  }
  limit.consumed += 1;
  return {
    "x-ratelimit-consumed": limit.consumed,
    "x-ratelimit-remaining": REQUESTS_PER_WINDOW - limit.consumed,
    "x-ratelimit-reset": limit.reset,
  };
}
