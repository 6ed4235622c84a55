/** A client and the code that uses it. */
export interface BundleEntry {
  readonly client: string;
  readonly code: string;
}

const RAW = `
  const base = "https://api.segmentapis.com", accept = "application/vnd.segment.v1+json";
  async function send(token, method, path) {
    const response = await fetch(base + path, { method, headers: { accept, authorization: "Bearer " + token } });
    const text = await response.text();
    let body; try { body = JSON.parse(text); } catch {}
    if (!response.ok || !body?.data) throw Object.assign(new Error("HTTP " + response.status), { status: response.status, errors: body?.errors });
    return body.data;
  }
  const deleteQuery = (ids) => "/users?" + ids.map((id, i) => "userIds." + i + "=" + encodeURIComponent(id)).join("&");
`;

/** Names the items of a list, such as `userIds.1`. Generated clients do not, because the document describes only `userIds.0`. */
const TO_QUERY = `
  const toQuery = (userIds) => Object.fromEntries(userIds.map((id, i) => ["userIds." + i, id]));
`;

/** Lists one page of users and deletes users. */
export const listAndDelete: readonly BundleEntry[] = [
  {
    client: "raw fetch",
    code: `${RAW}
      export const list = (token) => send(token, "GET", "/users?pagination.count=50");
      export const remove = (token, ids) => send(token, "DELETE", deleteQuery(ids));`,
  },
  {
    client: "openapi-fetch",
    code: `import createClient from "openapi-fetch";
      import type { paths } from "./generated/paths";
      const make = (token) => createClient<paths>({ baseUrl: "https://api.segmentapis.com", headers: { authorization: "Bearer " + token } });
      export const list = (token) => make(token).GET("/users", { params: { query: { "pagination.count": 50 } } });
      ${TO_QUERY}
      export const remove = (token, userIds) => make(token).DELETE("/users", { params: { query: toQuery(userIds) } });`,
  },
  {
    client: "hey-api",
    code: `import { createClient, createConfig } from "./generated/hey-api/client";
      import { listUsers, deleteUsers } from "./generated/hey-api/sdk.gen";
      const make = (auth) => createClient(createConfig({ baseUrl: "https://api.segmentapis.com", auth, throwOnError: true }));
      export const list = (token) => listUsers({ client: make(token), query: { "pagination.count": 50 } });
      ${TO_QUERY}
      export const remove = (token, userIds) => deleteUsers({ client: make(token), query: toQuery(userIds) });`,
  },
  {
    client: "Octokit request",
    code: `import { request } from "@octokit/request";
      const make = (token) => request.defaults({ baseUrl: "https://api.segmentapis.com", headers: { authorization: "Bearer " + token } });
      export const list = (token) => make(token)("GET /users", { "pagination.count": 50 });
      ${TO_QUERY}
      export const remove = (token, userIds) => make(token)("DELETE /users?" + new URLSearchParams(toQuery(userIds)));`,
  },
  {
    client: "ky (with built-in retry)",
    code: `import ky from "ky";
      const make = (token) => ky.create({ headers: { authorization: "Bearer " + token } });
      export const list = (token) => make(token).get("https://api.segmentapis.com/users", { searchParams: { "pagination.count": 50 } }).json();
      ${TO_QUERY}
      export const remove = (token, userIds) => make(token).delete("https://api.segmentapis.com/users", { searchParams: toQuery(userIds) }).json();`,
  },
  {
    client: "axios",
    code: `import axios from "axios";
      const make = (token) => axios.create({ baseURL: "https://api.segmentapis.com", headers: { authorization: "Bearer " + token } });
      export const list = (token) => make(token).get("/users", { params: { "pagination.count": 50 } });
      export const remove = (token, userIds) => make(token).delete("/users", { params: { userIds }, paramsSerializer: { dots: true, indexes: true } });`,
  },
  {
    client: "vendor SDK",
    code: `import { IAMUsersApi } from "@segment/public-api-sdk-typescript";
      const make = (token) => { const api = new IAMUsersApi(); api.accessToken = token; return api; };
      export const list = (token) => make(token).listUsers({ count: 50 });
      export const remove = (token, userIds) => make(token).deleteUsers(userIds);`,
  },
  {
    client: "segment-iam",
    code: `import { createIamClient, deleteUsers, listUsers } from "@segment-iam/client";
      export const list = (token) => listUsers(createIamClient({ token }), { pagination: { count: 50 } });
      export const remove = (token, userIds) => deleteUsers(createIamClient({ token }), { userIds });`,
  },
];

/** Lists all pages of users and deletes users, with retry and rate limiting if the client has them. */
export const allPagesWithRetry: readonly BundleEntry[] = [
  {
    client: "raw fetch (no retry, no rate limiting)",
    code: `${RAW}
      export async function* list(token) {
        for (let cursor; ; ) {
          const { users, pagination } = await send(token, "GET", "/users?pagination.count=200" + (cursor ? "&pagination.cursor=" + encodeURIComponent(cursor) : ""));
          yield* users;
          if (!(cursor = pagination.next)) return;
        }
      }
      export const remove = (token, ids) => send(token, "DELETE", deleteQuery(ids));`,
  },
  {
    client: "openapi-fetch + p-retry + bottleneck/light",
    code: `import createClient from "openapi-fetch";
      import pRetry from "p-retry";
      import Bottleneck from "bottleneck/light";
      import type { paths } from "./generated/paths";
      const limiter = new Bottleneck({ reservoir: 60, reservoirRefreshAmount: 60, reservoirRefreshInterval: 60_000 });
      const fetch = (request) => pRetry(() => limiter.schedule(() => globalThis.fetch(request.clone())), { retries: 3 });
      const make = (token) => createClient<paths>({ baseUrl: "https://api.segmentapis.com", fetch, headers: { authorization: "Bearer " + token } });
      export async function* list(token) {
        const client = make(token);
        for (let cursor; ; ) {
          const { data } = await client.GET("/users", { params: { query: { "pagination.count": 200, "pagination.cursor": cursor } } });
          yield* data.data.users;
          if (!(cursor = data.data.pagination.next)) return;
        }
      }
      ${TO_QUERY}
      export const remove = (token, userIds) => make(token).DELETE("/users", { params: { query: toQuery(userIds) } });`,
  },
  {
    client: "Octokit with retry, throttling, paginate-rest",
    code: `import { Octokit } from "@octokit/core";
      import { paginateRest } from "@octokit/plugin-paginate-rest";
      import { retry } from "@octokit/plugin-retry";
      import { throttling } from "@octokit/plugin-throttling";
      const Client = Octokit.plugin(paginateRest, retry, throttling);
      const throttle = { onRateLimit: () => true, onSecondaryRateLimit: () => true };
      const make = (auth) => new Client({ auth, throttle, baseUrl: "https://api.segmentapis.com" });
      export const list = (token) => make(token).paginate("GET /users");
      ${TO_QUERY}
      export const remove = (token, userIds) => make(token).request("DELETE /users?" + new URLSearchParams(toQuery(userIds)));`,
  },
  {
    client: "segment-iam",
    code: `import { createIamClient, deleteUsers, listUsers } from "@segment-iam/client";
      import { paginate } from "@segment-iam/helpers/pagination";
      import { rateLimit } from "@segment-iam/helpers/rate-limit";
      import { retry } from "@segment-iam/helpers/retry";
      const make = (token) => createIamClient({ token, interceptors: [retry(), rateLimit()] });
      export const list = (token) => paginate(listUsers, make(token));
      export const remove = (token, userIds) => deleteUsers(make(token), { userIds });`,
  },
];
