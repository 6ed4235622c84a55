import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import { ConfigError } from "./errors/request-errors.ts";
import { addPermissionsToUser, deleteUsers, getUser, listUsers } from "./generated/operations.ts";
import { readBodyText } from "./response/response-body.ts";
import { emptyPage, token } from "./test-utils/create-test-client.ts";
import { json, serve } from "./test-utils/serve.ts";
import type { Interceptor, RequestContext } from "./interceptor.ts";

const readToken = (): string => "sgp_acme";

describe("the request of an operation", () => {
  it("has the path, query and body of the spec, and the media type of the version", async () => {
    const server = await serve((response) => json(response, 200, { data: { permissions: [] } }));
    const iam = createIamClient({ token, baseUrl: `${server.url}/`, version: "v1beta" });

    await addPermissionsToUser(iam, { userId: "a/b?c#d", permissions: [] });

    const [request] = server.requests;
    expect(request).toMatchObject({
      method: "POST",
      url: "/users/a%2Fb%3Fc%23d/permissions",
      body: '{"permissions":[]}',
    });
    expect(request?.headers).toMatchObject({
      accept: "application/vnd.segment.v1beta+json",
      "content-type": "application/vnd.segment.v1beta+json",
      authorization: `Bearer ${token}`,
    });
  });

  it.each([
    [
      "objects by member name",
      listUsers,
      { pagination: { count: 3, cursor: "Mw==" } },
      "/users?pagination.count=3&pagination.cursor=Mw%3D%3D",
    ],
    ["arrays by index", deleteUsers, { userIds: ["a", "b"] }, "/users?userIds.0=a&userIds.1=b"],
  ])("serializes %s in the query", async (_, operation, input, url) => {
    const server = await serve((response) => json(response, 200, { data: {} }));
    const iam = createIamClient({ token, baseUrl: server.url });
    await iam.call(operation, input);
    expect(server.requests[0]?.url).toBe(url);
    expect(server.requests[0]?.headers["content-type"]).toBeUndefined();
  });

  it("resolves to the envelope's data, and to the response with withResponse", async () => {
    const server = await serve((response) => json(response, 200, emptyPage, { "x-ratelimit-remaining": "41" }));
    const iam = createIamClient({ token, baseUrl: server.url });
    expect(await listUsers(iam)).toEqual(emptyPage.data);
    const { data, response } = await listUsers.withResponse(iam, {}, { headers: { "x-trace": "1" } });
    expect(data).toEqual(emptyPage.data);
    expect(response.headers.get("x-ratelimit-remaining")).toBe("41");
    expect(server.requests[1]?.headers["x-trace"]).toBe("1");
  });

  it("is not sent when the input is invalid", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const iam = createIamClient({ token, fetch });
    await expect(deleteUsers(iam, { userIds: [] })).rejects.toThrow("deleteUsers: userIds must be a non-empty array");
    await expect(getUser(iam, { userId: ".." })).rejects.toMatchObject({ name: "InputError", field: "userId" });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe("interceptors", () => {
  it("run outermost first around every attempt, without the token", async () => {
    const server = await serve((response) => json(response, 200, emptyPage));
    const log: string[] = [];
    const contexts: RequestContext[] = [];
    const interceptor =
      (name: string): Interceptor =>
      (next) =>
      async (context) => {
        log.push(`${name} in`);
        const response = await next(context);
        log.push(`${name} out`);
        contexts.push(context);
        return response;
      };
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor("a"), interceptor("b")] });
    await listUsers(iam);
    expect(log).toEqual(["a in", "b in", "b out", "a out"]);
    for (const { headers } of contexts) expect(headers).toEqual({ accept: "application/vnd.segment.v1+json" });
    expect(contexts[0]).toMatchObject({ operation: { id: "listUsers" }, call: { attempts: 1 } });
  });

  it("can read a body that the caller reads too", async () => {
    const server = await serve((response) => json(response, 200, emptyPage));
    const texts: string[] = [];
    const peek: Interceptor = (next) => async (context) => {
      const response = await next(context);
      texts.push(await readBodyText(response));
      return response;
    };
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [peek] });
    expect(await listUsers(iam)).toEqual(emptyPage.data);
    expect(texts).toEqual([JSON.stringify(emptyPage)]);
  });
});

describe("createIamClient", () => {
  it.each([
    ["no token and no base URL", {}, "The token is missing"],
    ["an undefined token", { token: undefined, region: "eu" as const }, "The token is missing"],
    ["an empty token", { token: "" }, "The token is missing"],
    ["a token that is null", { token: null as unknown as string, baseUrl: undefined }, "process.env.SEGMENT_TOKEN"],
    ["a base URL with a query", { baseUrl: "https://h.example/api?tenant=1" }, "baseUrl must be"],
    ["a base URL with a fragment", { baseUrl: "https://h.example/api#x" }, "baseUrl must be"],
    ["a path with a query", { baseUrl: "/api?tenant=1" }, "baseUrl must be"],
    ["a base URL without a protocol", { baseUrl: "h.example/api" }, "baseUrl must be"],
    ["a base URL with another protocol", { baseUrl: "ftp://h.example" }, "baseUrl must be"],
    ["a base URL with a space", { baseUrl: "https://h example" }, "baseUrl must be"],
    ["a base URL with credentials", { baseUrl: "https://me:sgp_secret@h.example" }, "baseUrl must be"],
    [
      "a header with a line break",
      { token, headers: { "X-A": "sgp_secret\nx: y" } },
      "The header X-A has invalid characters",
    ],
    ["a token with a line break", { token: "sgp_secret\nx: y" }, "The token has invalid characters"],
    [
      "a time limit that is not a number",
      { token, timeoutMs: NaN },
      "timeoutMs must be a number of at least 0, got NaN",
    ],
    ["a negative time limit", { token, timeoutMs: -1 }, "timeoutMs must be a number of at least 0, got -1"],
    ["an unknown region", { token, region: "mars" as "us" }, 'Unknown region "mars"; expected "us" or "eu"'],
    ["the name of an inherited property as region", { token, region: "toString" as "us" }, 'Unknown region "toString"'],
    [
      "an unknown version",
      { token, version: "v9" as "v1" },
      'Unknown version "v9"; expected "v1", "v1beta" or "v1alpha"',
    ],
  ])("throws a ConfigError for %s", (_, options, message) => {
    expect(() => createIamClient(options)).toThrow(ConfigError);
    expect(() => createIamClient(options)).toThrow(message);
    expect(() => createIamClient(options)).not.toThrow("sgp_secret");
  });

  it.each([
    ["us", "https://api.segmentapis.com/users"],
    ["eu", "https://eu1.api.segmentapis.com/users"],
  ] as const)("sends to the server of region %s", async (region, url) => {
    const sent: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (address) => {
      sent.push(address);
      return Response.json(emptyPage);
    };
    await listUsers(createIamClient({ token, region, fetch }));
    expect(sent).toEqual([url]);
  });

  it("does not call a token function before the first call", async () => {
    const unset = vi.fn<() => undefined>();
    const iam = createIamClient({ token: unset });
    expect(unset).not.toHaveBeenCalled();
    await expect(listUsers(iam)).rejects.toThrow("The token function returned no token");
  });

  it.each(["https://h.example", "http://127.0.0.1:4010/v1/", "HTTPS://h.example/a@b", "/api/iam", "/", ""])(
    "accepts the base URL %j",
    (baseUrl) => {
      expect(() => createIamClient({ baseUrl })).not.toThrow();
    },
  );

  it("takes the scope from the options, or else from the base URL", () => {
    expect(createIamClient({ token, scope: "acme" }).scope).toBe("acme");
    expect(createIamClient({ baseUrl: "/api/iam//" }).scope).toBe("/api/iam");
  });

  it.each([
    ["two tokens", { token: "sgp_acme" }, { token: "sgp_globex" }, false],
    ["two token functions", { token: (): string => "sgp_acme" }, { token: (): string => "sgp_acme" }, false],
    ["a token and none", { token: "sgp_acme", baseUrl: "/api" }, { baseUrl: "/api" }, false],
    ["two regions", { token: "sgp_acme", region: "us" }, { token: "sgp_acme", region: "eu" }, false],
    ["one token", { token: "sgp_acme" }, { token: "sgp_acme" }, true],
    ["one token function", { token: readToken }, { token: readToken }, true],
  ] as const)("shares the default scope only if the token is the same: %s", (_, one, other, isShared) => {
    expect(createIamClient(one).scope === createIamClient(other).scope).toBe(isShared);
    expect(createIamClient(one).scope).not.toContain("sgp_");
  });

  it("does not expose the token in its properties", () => {
    const iam = createIamClient({ token });
    expect(inspect(iam, { depth: 10, showHidden: true })).not.toContain(token);
    expect(JSON.stringify(iam)).not.toContain(token);
  });
});
