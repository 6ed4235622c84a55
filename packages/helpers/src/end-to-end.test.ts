import { createIamClient, deleteUsers, listUsers } from "@segment-iam/client";
import { readBody, serve } from "@segment-iam/test-utils/serve";
import { expect, it } from "vitest";
import { bulk, paginate, rateLimit, retry } from "./index.ts";
import { collect } from "./test-utils/collect.ts";

/** Creates interceptors that retry without a delay. */
const interceptors = () => [retry({ random: () => 0 }), rateLimit()];

it("iterates over all pages despite failures, over real connections", async () => {
  const users = Array.from({ length: 7 }, (_, index) => ({ id: `u${index}`, name: "", email: "" }));
  let requests = 0;
  await using server = await serve(({ url, socket }, response) => {
    requests += 1;
    if (requests === 2) return void response.writeHead(503).end("<h1>Service unavailable</h1>");
    if (requests === 4) return void socket.destroy();
    const query = new URL(url ?? "", "http://localhost").searchParams;
    const start = Number(query.get("pagination.cursor") ?? 0);
    const end = start + Number(query.get("pagination.count"));
    const pagination = { current: String(start), next: end < users.length ? String(end) : null };
    response.end(JSON.stringify({ data: { users: users.slice(start, end), pagination } }));
  });
  const iam = createIamClient({ token: "sgp_test", baseUrl: server.url, interceptors: interceptors() });
  expect(await collect(paginate(listUsers, iam, {}, { pageSize: 3 }))).toEqual(users);
  expect(requests).toBe(3 + 2);
});

it("deletes a long list except an item that does not exist, over real connections", async () => {
  const deleted: string[] = [];
  await using server = await serve(({ url }, response) => {
    const ids = [...new URL(url ?? "", "http://localhost").searchParams.values()];
    if (ids.includes("u150")) {
      return void response.writeHead(404).end('{"errors":[{"type":"not-found","message":"u150 does not exist"}]}');
    }
    deleted.push(...ids);
    response.end('{"data":{"status":"SUCCESS"}}');
  });
  const ids = Array.from({ length: 250 }, (_, index) => `u${index}`);
  const iam = createIamClient({ token: "sgp_test", baseUrl: server.url, interceptors: interceptors() });
  const report = await bulk(deleteUsers, iam, ids).result;
  expect(report.rejected).toMatchObject([{ item: "u150", error: { status: 404, attempts: 1 } }]);
  expect(deleted).toEqual(ids.filter((id) => id !== "u150"));
  expect(report.succeeded).toEqual(deleted);
});

it("resends the body with a retry, over real connections", async () => {
  const bodies: string[] = [];
  await using server = await serve(async (request, response) => {
    bodies.push(await readBody(request));
    if (bodies.length === 1) response.writeHead(429).end();
    else response.end('{"data":{}}');
  });
  const iam = createIamClient({ token: "sgp_test", baseUrl: server.url, interceptors: [retry({ random: () => 0 })] });
  await iam.POST("/invites", { body: { invites: [{ email: "a@example.com" }] } });
  expect(bodies).toEqual(Array(2).fill('{"invites":[{"email":"a@example.com"}]}'));
});
