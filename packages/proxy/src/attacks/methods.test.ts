import { afterAll, beforeAll, expect, it } from "vitest";
import { attack } from "../test-utils/attack.ts";
import { rawRequest } from "../test-utils/raw-http.ts";
import { startTarget, type Target } from "../test-utils/start-target.ts";

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());

const users = "/api/iam/users";
const list = "GET /users";
const json = "content-type: application/json";

it.each<[name: string, line: string, headers: string[], status: number, reached?: string[], body?: string]>([
  ["X-HTTP-Method-Override on a GET", `GET ${users}?userIds.0=a`, ["x-http-method-override: DELETE"], 400],
  ["X-HTTP-Method", `GET ${users}`, ["x-http-method: DELETE"], 200, [list]],
  ["X-Method-Override", `GET ${users}`, ["x-method-override: DELETE"], 200, [list]],
  ["X-HTTP-Method-Override on a POST", `POST ${users}`, ["x-http-method-override: GET"], 404],
  ["_method in the query", `GET ${users}?_method=DELETE`, [], 400],
  ["_method in the query of a POST", `POST ${users}?_method=DELETE&userIds.0=a`, [], 404],
  [
    "_method in a form",
    `POST ${users}`,
    ["content-type: application/x-www-form-urlencoded"],
    404,
    [],
    "_method=DELETE",
  ],
  ["a method in lower case", `get ${users}`, [], 400],
  ["a method in mixed case", `Delete ${users}?userIds.0=a`, [], 400],
  ["an unknown method", `SEIZE ${users}`, [], 400],
  ["a method of another protocol", `PROPFIND ${users}`, [], 404],
  ["TRACE, which echoes headers", `TRACE ${users}`, ["cookie: session=1"], 404],
  ["TRACK", `TRACK ${users}`, [], 400],
  [
    "OPTIONS as a preflight",
    `OPTIONS ${users}`,
    ["origin: https://evil.example", "access-control-request-method: DELETE"],
    404,
  ],
  ["OPTIONS for the server", "OPTIONS *", [], 404],
  ["CONNECT", "CONNECT api.segmentapis.com:443", [], 0],
  ["CONNECT to a path", `CONNECT ${users}`, [], 0],
  ["the preface of HTTP/2", "PRI *", [], 400],
  ["an upgrade to WebSocket", `GET ${users}`, ["upgrade: websocket", "sec-websocket-version: 13"], 200, [list]],
  ["an upgrade to HTTP/2", `GET ${users}`, ["upgrade: h2c", "http2-settings: AAMAAABkAARAAAAAAAIAAAAA"], 200, [list]],
  ["HEAD instead of DELETE", `HEAD ${users}?userIds.0=a`, [], 400],
  ["a GET with the body of a write", `GET ${users}`, [json], 200, [list], '{"userIds":["a"]}'],
  ["an unmet expectation", `POST /api/iam/invites`, [json, "expect: 200-ok"], 417, [], "{}"],
])("does not let a caller change the method with %s", async (_, line, headers, status, reached = [], body = "") => {
  const statuses = status === 0 ? [] : [status];
  const result = await attack(target, rawRequest(line, headers, body));
  expect(result).toMatchObject({ statuses, reached });
  expect(target.workspace.users).toHaveLength(5);
});
