import { expect, it } from "vitest";
import { isOwnRequest } from "./is-same-origin-request.ts";

const host = "localhost:4300";

it.each([
  ["a call of the console's own page", { host, "sec-fetch-site": "same-origin" }, true],
  ["a write of the console's own page", { host, "sec-fetch-site": "same-origin", origin: `http://${host}` }, true],
  ["the same by address", { host: "127.0.0.1:4300", origin: "http://127.0.0.1:4300" }, true],
  ["the same by IPv6 address", { host: "[::1]:4300" }, true],
  ["a program without a browser", { host }, true],
  ["a page of another site", { host, "sec-fetch-site": "cross-site", origin: "https://evil.example" }, false],
  ["a page on another port of this machine", { host, "sec-fetch-site": "same-site" }, false],
  ["an address typed into the browser", { host, "sec-fetch-site": "none" }, false],
  ["an old browser on another site", { host, origin: "https://evil.example" }, false],
  ["a page without an origin", { host, origin: "null" }, false],
  [
    "a foreign name that resolves to this machine",
    { host: "evil.example:4300", "sec-fetch-site": "same-origin" },
    false,
  ],
  ["a name that only starts like ours", { host: "localhost.evil.example" }, false],
  ["a user name that looks like a host", { host: "localhost@evil.example" }, false],
  ["no host at all", {}, false],
])("judges %s", (_, headers, allowed) => {
  expect(isOwnRequest(new Request("http://localhost:4300/api/iam/users", { headers }))).toBe(allowed);
});
