import type { OperationDescriptor } from "@segment-iam/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attack } from "../test-utils/attack.ts";
import { rawRequest } from "../test-utils/raw-http.ts";
import { allOperations, search } from "../test-utils/set-up.ts";
import { startTarget, type Target } from "../test-utils/start-target.ts";

/** An operation without a body. Pages can call it without a CORS preflight, like `search`. */
const restart: OperationDescriptor = { id: "restart", method: "POST", path: "/restart" };

let target: Target;
beforeAll(async () => {
  target = await startTarget({ allow: [...allOperations, restart, search] });
});
afterAll(() => target.stop());

const remove = "DELETE /api/iam/users?userIds.0=unknown";
const invite = "POST /api/iam/invites";
const json = "content-type: application/json";
const form = "content-type: application/x-www-form-urlencoded";
const evil = "origin: https://evil.example";

it.each<[name: string, line: string, headers: string[], status: number, body?: string]>([
  ["another site", remove, ["sec-fetch-site: cross-site"], 403],
  ["another subdomain or port", remove, ["sec-fetch-site: same-site"], 403],
  ["a future value of Sec-Fetch-Site", remove, ["sec-fetch-site: prerender"], 403],
  ["Sec-Fetch-Site in capitals", remove, ["sec-fetch-site: Same-Origin"], 403],
  ["an empty Sec-Fetch-Site", remove, ["sec-fetch-site:"], 403],
  ["two Sec-Fetch-Site headers", remove, ["sec-fetch-site: same-origin", "sec-fetch-site: cross-site"], 403],
  ["another site with JSON", invite, [json, "sec-fetch-site: cross-site"], 403, "{}"],
  [
    "another site with X-Requested-With",
    invite,
    [json, "sec-fetch-site: cross-site", "x-requested-with: a"],
    403,
    "{}",
  ],
  ["a preflight", "OPTIONS /api/iam/invites", [evil, "access-control-request-method: POST"], 404],
  ["a simple request as text/plain", invite, [evil, "content-type: text/plain"], 415, "{}"],
  ["a simple request as a form", invite, [evil, form], 415, "{}"],
  ["a simple request as multipart", invite, [evil, "content-type: multipart/form-data; boundary=a"], 415, "{}"],
  ["a simple request without a type", invite, [evil], 415, "{}"],
  [
    "a simple request with JSON as a parameter",
    invite,
    [evil, "content-type: text/plain;a=application/json"],
    415,
    "{}",
  ],
  ["a simple request with two types", invite, [evil, "content-type: text/plain, application/json"], 415, "{}"],
  ["a simple request with an empty type", invite, [evil, "content-type: , application/json"], 415, "{}"],
  ["sendBeacon without a type", invite, [evil, "content-type:"], 415, "{}"],
  ["the ping of a link", invite, [evil, "content-type: text/ping", "ping-to: https://evil.example"], 415, "PING"],
  ["a form without Origin", "POST /api/iam/search", [form], 403, "a=b"],
  ["a form of another origin", "POST /api/iam/search", [form, evil], 403, "a=b"],
  ["a form of another port", "POST /api/iam/search", [form, "origin: http://app.example:81"], 403, "a=b"],
  ["a form of a sandboxed page", "POST /api/iam/search", [form, "origin: null"], 403, "a=b"],
  ["a form with a malformed Origin", "POST /api/iam/search", [form, "origin: app.example"], 403, "a=b"],
  ["a form with two Origins", "POST /api/iam/search", [form, "origin: http://app.example", evil], 403, "a=b"],
  ["a form with a Referer only", "POST /api/iam/search", [form, "referer: http://app.example/"], 403, "a=b"],
  ["a form with X-Forwarded-Host", "POST /api/iam/search", [form, evil, "x-forwarded-host: evil.example"], 403, "a=b"],
  ["a POST without a body", "POST /api/iam/restart", [evil], 403],
  ["a POST without a body and Origin", "POST /api/iam/restart", [], 403],
  ["a POST with an unexpected form", "POST /api/iam/restart", [evil, form], 403, "a=b"],
  ["a POST with an unexpected JSON body", "POST /api/iam/restart", [evil, json], 403, "{}"],
])("rejects a write that may be cross-origin (%s)", async (_, line, headers, status, body) => {
  const { text, ...result } = await attack(target, rawRequest(line, headers, body));
  expect(result).toMatchObject({ statuses: [status], reached: [] });
  expect(text).not.toMatch(/access-control/i);
});

it.each<[name: string, line: string, headers: string[], body?: string]>([
  ["a DELETE of the same origin", remove, ["sec-fetch-site: same-origin"]],
  ["a DELETE that the user started", remove, ["sec-fetch-site: none"]],
  ["a GET of another site, which cannot read the response", "GET /api/iam/users", ["sec-fetch-site: cross-site"]],
  ["a form of the same origin", "POST /api/iam/search", [form, "origin: http://app.example"], "a=b"],
  ["a form with Sec-Fetch-Site", "POST /api/iam/search", [form, "sec-fetch-site: same-origin"], "a=b"],
  ["a POST without a body of the same origin", "POST /api/iam/restart", ["origin: http://app.example"]],
  ["a POST without a body with Sec-Fetch-Site", "POST /api/iam/restart", ["sec-fetch-site: same-origin"]],
  ["a POST without a body of a script", "POST /api/iam/restart", ["x-requested-with: server"]],
])("allows %s", async (_, line, headers, body) => {
  const { text, reached } = await attack(target, rawRequest(line, headers, body));
  expect(reached).toEqual([line.replace("/api/iam", "")]);
  expect(text).not.toMatch(/access-control/i);
});
