import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import type { Interceptor } from "./interceptor.ts";
import { readBodyText } from "./response/response-body.ts";
import { serve } from "./test-utils/serve.ts";
import { failure, emptyPage, token, createTestClient } from "./test-utils/create-test-client.ts";

const invites = [{ email: "é@example.com" }];

describe("a raw call", () => {
  it("resolves to data and response, with the interceptors, token and media type of the client", async () => {
    const { iam, server, contexts } = await createTestClient();
    const { data, error, response } = await iam.GET("/users", { params: { query: { pagination: { count: 2 } } } });
    expect([data, error, response.status]).toEqual([emptyPage, undefined, 200]);
    expect(contexts.map(({ operation }) => operation.id)).toEqual(["GET /users"]);
    expect(server.requests[0]).toMatchObject({
      url: "/users?pagination.count=2",
      headers: { accept: "application/vnd.segment.v1+json", authorization: `Bearer ${token}` },
    });
  });

  it.each([
    ["parsed JSON", 422, JSON.stringify(failure), failure],
    ["text", 502, "<html>", "<html>"],
    ["empty text", 429, "", ""],
  ])("resolves to the body of a failed response as error: %s", async (_, status, body, error) => {
    const server = await serve((response) => response.writeHead(status).end(body));
    const result = await createIamClient({ token, baseUrl: server.url }).POST("/invites", { body: { invites } });
    expect(result).toMatchObject({ error, response: { status } });
    expect(server.requests[0]).toMatchObject({
      body: JSON.stringify({ invites }),
      headers: { "content-type": "application/vnd.segment.v1+json" },
    });
  });

  it.each([599, 600, 999])("resolves to the body of a response with status %i", async (status) => {
    const { iam } = await createTestClient(status, failure);
    const { error, response } = await iam.GET("/users");
    expect([error, response.status, response.ok]).toEqual([failure, status, false]);
  });

  it("redacts the token in an error body", async () => {
    const server = await serve((response, { headers }) =>
      response.writeHead(401).end(`{"echo":"${headers.authorization?.replaceAll("_", "\\u005f")}"}`),
    );
    const { error } = await createIamClient({ token, baseUrl: server.url }).GET("/users");
    expect(error).toEqual({ echo: "Bearer [token]" });
  });

  it.each([
    ["text", JSON.stringify(emptyPage)],
    ["blob", new Blob([JSON.stringify(emptyPage)], { type: "application/vnd.segment.v1+json" })],
    ["arrayBuffer", new TextEncoder().encode(JSON.stringify(emptyPage)).buffer],
  ] as const)("parses the response as %s", async (parseAs, expected) => {
    const { iam } = await createTestClient();
    const { data } = await iam.GET("/users", { parseAs });
    expect(data).toEqual(expected);
  });

  it("streams the response", async () => {
    const { iam } = await createTestClient();
    const { data } = await iam.GET("/users", { parseAs: "stream" });
    expect(await new Response(data as ReadableStream).json()).toEqual(emptyPage);
  });

  it("lets interceptors read the body", async () => {
    const texts: string[] = [];
    const peek: Interceptor = (next) => async (context) => {
      const response = await next(context);
      texts.push(await readBodyText(response), await readBodyText(response));
      return response;
    };
    const { iam } = await createTestClient(200, emptyPage, { interceptors: [peek] });
    const { data } = await iam.GET("/users");
    expect([data, ...texts]).toEqual([emptyPage, JSON.stringify(emptyPage), JSON.stringify(emptyPage)]);
  });

  it("accepts headers, fetch options and a custom fetch", async () => {
    const { iam, server } = await createTestClient();
    const sent: Request[] = [];
    await iam.GET("/users", {
      headers: { "x-reason": "audit", accept: null },
      credentials: "omit",
      fetch: (request: Request) => {
        sent.push(request);
        return fetch(request);
      },
    });
    expect(sent[0]?.credentials).toBe("omit");
    expect(server.requests[0]?.headers).toMatchObject({ "x-reason": "audit", authorization: `Bearer ${token}` });
  });

  it("sends a form with its boundary and its bytes", async () => {
    const { iam, server } = await createTestClient();
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array([255, 0, 1])]), "a.bin");
    await iam.request("post", "/invites", { body: form as never });
    expect(server.requests[0]?.headers["content-type"]).toContain("multipart/form-data; boundary=");
    expect(server.requests[0]?.body).toContain('filename="a.bin"');
  });

  it.each(["plain", "text", "json", "urlencoded"])(
    "sends binary data unchanged with the boundary %s",
    async (boundary) => {
      const { iam, contexts } = await createTestClient();
      const bytes = new Uint8Array([255, 0, 254, 1]);
      await iam.POST("/invites", {
        body: { invites: [] },
        bodySerializer: () => bytes,
        headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      });
      expect(contexts[0]?.body).toEqual(bytes.buffer);
    },
  );

  it.each(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"] as const)(
    "is sent with the method %s",
    async (method) => {
      const { iam, server } = await createTestClient();
      const call = iam[method] as (path: string) => Promise<{ response: Response }>;
      expect((await call("/users")).response.status).toBe(200);
      expect((await iam.request(method.toLowerCase() as "get", "/users")).response.status).toBe(200);
      expect(server.requests.map((request) => request.method)).toEqual([method, method]);
    },
  );

  it("rejects a path parameter that leads to another path", async () => {
    const { iam, server } = await createTestClient();
    for (const params of [{ path: { userId: ".." } }, {}])
      await expect(iam.GET("/users/{userId}", { params } as never)).rejects.toMatchObject({
        name: "InputError",
        field: "userId",
      });
    expect(server.requests).toEqual([]);
  });

  it("accepts a base URL that is not normalized", async () => {
    const send = vi.fn<typeof fetch>(async () => Response.json(emptyPage));
    await createIamClient({ token, baseUrl: "HTTPS://API.example.com:443/v1/", fetch: send }).GET("/users");
    expect(send.mock.calls[0]?.[0]).toBe("https://api.example.com/v1/users");
  });

  it("rejects with the reason of its signal when aborted", async () => {
    const server = await serve(() => abort.abort(new Error("left the page")));
    const abort = new AbortController();
    const call = createIamClient({ token, baseUrl: server.url }).GET("/users", { signal: abort.signal });
    await expect(call).rejects.toThrow("left the page");
  });
});
