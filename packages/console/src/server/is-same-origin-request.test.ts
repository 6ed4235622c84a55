import { expect, it } from "vitest";
import { isSameOriginRequest } from "./is-same-origin-request.ts";

const host = "localhost:4300";

it.each([
  ["a read from the console", { host, "sec-fetch-site": "same-origin" }],
  ["a write from the console", { host, "sec-fetch-site": "same-origin", origin: `http://${host}` }],
  ["an IPv4 address", { host: "127.0.0.1:4300", origin: "http://127.0.0.1:4300" }],
  ["an IPv6 address", { host: "[::1]:4300" }],
  ["a program that is not a browser", { host }],
])("allows %s", (_, headers) => {
  expect(isAllowed(headers)).toBe(true);
});

it.each([
  ["a page of another site", { host, "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
  ["a page on another port", { host, "sec-fetch-site": "same-site" }],
  ["a URL typed into the address bar", { host, "sec-fetch-site": "none" }],
  ["another site in a browser without Sec-Fetch-Site", { host, origin: "https://evil.example" }],
  ["a page with an opaque origin", { host, origin: "null" }],
  ["another host name that resolves to this machine", { host: "evil.example:4300", "sec-fetch-site": "same-origin" }],
  ["a host that starts with localhost", { host: "localhost.evil.example" }],
  ["a host with a user name", { host: "localhost@evil.example" }],
  ["a missing host", {}],
])("rejects %s", (_, headers) => {
  expect(isAllowed(headers)).toBe(false);
});

function isAllowed(headers: Record<string, string>): boolean {
  return isSameOriginRequest(new Request("http://localhost:4300/api/iam/users", { headers }));
}
