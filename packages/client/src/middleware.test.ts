import type { Middleware } from "openapi-fetch";
import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import { createInvites, listUsers } from "./generated/operations.ts";
import type { IamClient } from "./iam-client.ts";
import { json, serve } from "./test-utils/serve.ts";
import { failure, emptyPage, token, createTestClient } from "./test-utils/create-test-client.ts";

const invites = [{ email: "é@example.com" }];

/** Functions that send a read and a write, as a raw call or as an operation, and return the data. */
const callers = {
  "a raw call": {
    list: async (iam: IamClient) => (await iam.GET("/users")).data?.data,
    invite: async (iam: IamClient) => (await iam.POST("/invites", { body: { invites } })).data?.data,
  },
  "an operation": {
    list: (iam: IamClient) => listUsers(iam),
    invite: (iam: IamClient) => createInvites(iam, { invites }),
  },
};

describe.each(Object.entries(callers))("middleware around %s", (_, { list, invite }) => {
  it("sets a header", async () => {
    const { iam, server } = await createTestClient();
    iam.use({ onRequest: ({ request }) => request.headers.set("x-user", "ada") });
    expect(await list(iam)).toEqual(emptyPage.data);
    expect(server.requests[0]?.headers["x-user"]).toBe("ada");
  });

  it("logs a clone of request and response, without the token", async () => {
    const { iam } = await createTestClient(201, { data: { emails: [] } });
    const log: unknown[] = [];
    iam.use({
      async onRequest({ request, schemaPath }) {
        log.push(request.method, schemaPath, new URL(request.url).pathname, await request.clone().text());
        log.push(request.headers.has("authorization"));
      },
      async onResponse({ response }) {
        log.push(response.status, await response.clone().json());
      },
    });
    expect(await invite(iam)).toEqual({ emails: [] });
    const body = JSON.stringify({ invites });
    expect(log).toEqual(["POST", "/invites", "/invites", body, false, 201, { data: { emails: [] } }]);
  });

  it("rejects the call if it throws for a failed response", async () => {
    const { iam } = await createTestClient(422, failure);
    iam.use({
      async onResponse({ response }) {
        if (!response.ok) throw new Error(`${response.status}: ${await response.clone().text()}`);
      },
    });
    await expect(list(iam)).rejects.toThrow(`422: ${JSON.stringify(failure)}`);
  });

  it("responds without a request", async () => {
    const { iam, server } = await createTestClient();
    iam.use({ onRequest: () => Response.json({ data: { users: [], pagination: { current: "cached" } } }) });
    expect(await list(iam)).toEqual({ users: [], pagination: { current: "cached" } });
    expect(server.requests).toEqual([]);
  });

  it("replaces the request, and interceptors see the new one as the same operation", async () => {
    const { iam, server, contexts } = await createTestClient();
    iam.use({
      onRequest: ({ request }) =>
        new Request(`${request.url}?pagination.count=7`, { headers: request.headers, credentials: "include" }),
    });
    await list(iam);
    expect(server.requests[0]?.url).toBe("/users?pagination.count=7");
    expect(contexts[0]).toMatchObject({ operation: { path: "/users" }, fetchOptions: { credentials: "include" } });
  });

  it("replaces the body of a request", async () => {
    const { iam, server } = await createTestClient(201, { data: { emails: [] } });
    iam.use({
      onRequest: async ({ request }) =>
        new Request(request, { method: request.method, body: (await request.text()).replace("é", "e") }),
    });
    await invite(iam);
    expect(server.requests[0]?.body).toBe('{"invites":[{"email":"e@example.com"}]}');
  });

  it("replaces the response", async () => {
    const { iam } = await createTestClient();
    const users = [{ id: "u1" }];
    iam.use({
      onResponse({ response }) {
        const { status, headers } = response;
        return new Response(JSON.stringify({ data: { users } }), { status, headers });
      },
    });
    expect(await list(iam)).toEqual({ users });
  });

  it("reuses the body of the response in a new response", async () => {
    const { iam } = await createTestClient();
    iam.use({
      onResponse: ({ response: { body, status } }) => new Response(body, { status, headers: { "x-new": "1" } }),
    });
    expect(await list(iam)).toEqual(emptyPage.data);
  });

  it("returns a response if fetch rejects", async () => {
    const { iam } = await createTestClient(200, emptyPage, { fetch: async () => Promise.reject(new Error("down")) });
    iam.use({ onError: () => Response.json(emptyPage) });
    expect(await list(iam)).toEqual(emptyPage.data);
  });

  it("is not called after it is ejected", async () => {
    const { iam } = await createTestClient();
    const onRequest = vi.fn<() => undefined>();
    const middleware: Middleware = { onRequest };
    iam.use(middleware);
    await list(iam);
    iam.eject(middleware);
    expect(await list(iam)).toEqual(emptyPage.data);
    expect(onRequest).toHaveBeenCalledTimes(1);
  });

  describe.each([undefined, null, 0, "", false])("after a rejection with %j", (reason) => {
    it.each([
      ["no middleware", undefined],
      ["middleware", { onRequest: () => undefined }],
    ])("rejects with the reason of an interceptor, with %s", async (_, middleware) => {
      const interceptors = [() => async () => Promise.reject(reason)];
      const { iam } = await createTestClient(200, emptyPage, { interceptors });
      if (middleware) iam.use(middleware);
      await expect(list(iam)).rejects.toBe(reason);
      await expect(iam.GET("/users")).rejects.toBe(reason);
    });

    it("rejects with a NetworkError if fetch was rejected", async () => {
      const { iam } = await createTestClient(200, emptyPage, { fetch: async () => Promise.reject(reason) });
      await expect(list(iam)).rejects.toMatchObject({ name: "NetworkError" });
      await expect(iam.GET("/users")).rejects.toMatchObject({ name: "NetworkError" });
    });
  });
});

describe("an operation with middleware", () => {
  const noop: Middleware = { onRequest: () => undefined };

  it("throws the same error as without middleware", async () => {
    const { iam } = await createTestClient(422, failure);
    iam.use(noop);
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "ApiError", status: 422, errors: failure.errors });
  });

  it.each([
    ["JSON", JSON.stringify(failure), failure.errors],
    ["text", "<html>", []],
  ])("throws an ApiError for a failure that middleware returns: %s", async (_, body, errors) => {
    const { iam } = await createTestClient();
    iam.use({ onResponse: () => new Response(body, { status: 409 }) });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "ApiError", status: 409, errors });
  });

  it("redacts the token in an InvalidResponseError", async () => {
    const server = await serve((response, { headers }) => response.writeHead(200).end(`${headers.authorization}!`));
    const iam = createIamClient({ token, baseUrl: server.url });
    iam.use({ onResponse: ({ response }) => new Response(response.body, { status: 200 }) });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "InvalidResponseError", excerpt: "Bearer [token]!" });
  });

  it("rejects after its time limit, and for an aborted signal", async () => {
    const server = await serve((response) => response.writeHead(200).write("{"));
    const iam = createIamClient({ token, baseUrl: server.url });
    iam.use(noop);
    await expect(listUsers(iam, {}, { timeoutMs: 20 })).rejects.toMatchObject({ name: "CallTimeoutError" });
    const abort = AbortSignal.abort("enough");
    await expect(listUsers(iam, {}, { signal: abort })).rejects.toBe("enough");
  });

  it("sends the same body again after a 401", async () => {
    const server = await serve((response, { headers }) =>
      headers.authorization === "Bearer second"
        ? json(response, 201, { data: { emails: [] } })
        : json(response, 401, {}),
    );
    const provider = vi.fn<() => string>().mockReturnValueOnce("first").mockReturnValueOnce("second");
    const iam = createIamClient({ token: provider, baseUrl: server.url });
    iam.use(noop);
    await createInvites(iam, { invites });
    expect(server.requests.map(({ body }) => body)).toEqual(Array(2).fill(JSON.stringify({ invites })));
  });
});
