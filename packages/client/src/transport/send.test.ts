import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { createInvites, listUsers } from "../generated/operations.ts";
import { json, serve } from "../test-utils/serve.ts";
import type { Interceptor } from "../interceptor.ts";

it("calls a token function once for each attempt", async () => {
  const token = vi.fn(() => "sgp_secret");
  await listUsers(createIamClient({ token, fetch: async () => Response.json({ data: {} }) }));
  expect(token).toHaveBeenCalledTimes(1);
});

it("calls a token function again after a 401, and sends the same body", async () => {
  const server = await serve((response, { headers }) =>
    headers.authorization === "Bearer second" ? json(response, 201, { data: { emails: [] } }) : json(response, 401, {}),
  );
  const token = vi.fn<() => Promise<string>>().mockResolvedValueOnce("first").mockResolvedValueOnce("second");
  const iam = createIamClient({ token, baseUrl: server.url });

  await createInvites(iam, { invites: [{ email: "a@example.com" }] });

  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer first", "Bearer second"]);
  expect(server.requests.map(({ body }) => body)).toEqual(Array(2).fill('{"invites":[{"email":"a@example.com"}]}'));
});

it("throws after the second 401", async () => {
  const server = await serve((response) => json(response, 401, {}));
  const token = vi.fn(() => "expired");
  await expect(listUsers(createIamClient({ token, baseUrl: server.url }))).rejects.toMatchObject({
    status: 401,
    attempts: 2,
  });
  expect(token).toHaveBeenCalledTimes(2);
});

it("throws after the first 401 if the token is a string", async () => {
  const server = await serve((response) => json(response, 401, {}));
  const iam = createIamClient({ token: "fixed", baseUrl: server.url });
  await expect(listUsers(iam)).rejects.toMatchObject({ status: 401, attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

it("sends nothing if the token function returns an empty string", async () => {
  const server = await serve((response) => json(response, 200, {}));
  const iam = createIamClient({ token: () => "", baseUrl: server.url });
  await expect(listUsers(iam)).rejects.toMatchObject({ name: "ConfigError" });
  expect(server.requests).toHaveLength(0);
});

it("throws the error of a token function unchanged", async () => {
  const failure = new Error("vault is sealed");
  const token = () => {
    throw failure;
  };
  await expect(listUsers(createIamClient({ token }))).rejects.toBe(failure);
});

it.each<[string, unknown]>([
  ["a revoked proxy", revokedProxy()],
  ["an object without a prototype", Object.create(null)],
  [
    "an error whose message cannot be read",
    Object.defineProperty(new Error("no"), "message", {
      get() {
        throw new Error("unreadable");
      },
    }),
  ],
  ["a symbol", Symbol("no")],
])("rejects with a NetworkError if fetch throws %s", async (_, thrown) => {
  const iam = createIamClient({ token: "any", fetch: () => Promise.reject(thrown) });
  await expect(listUsers(iam)).rejects.toMatchObject({
    name: "NetworkError",
    message: expect.stringContaining("unreadable error"),
  });
});

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

it("sends the body as a Blob in Deno, so that Deno does not resend it", async () => {
  const server = await serve((response) => json(response, 201, { data: { emails: [] } }));
  const send = vi.fn<typeof globalThis.fetch>((url, init) => fetch(url, init));
  const iam = createIamClient({ token: "fixed", baseUrl: server.url, fetch: send });
  const write = () => createInvites(iam, { invites: [{ email: "é@example.com" }] });

  await write();
  vi.stubGlobal("Deno", {});
  await write().finally(() => vi.unstubAllGlobals());

  expect(send.mock.calls.map(([, init]) => init?.body)).toEqual([expect.any(String), expect.any(Blob)]);
  const [inNode, inDeno] = server.requests;
  expect(inDeno?.body).toBe(inNode?.body);
  for (const name of ["content-type", "content-length"]) expect(inDeno?.headers[name]).toBe(inNode?.headers[name]);
});

it("clears the timer of an attempt, and caps its delay at the maximum of setTimeout", async () => {
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  vi.useFakeTimers();
  const setTimeout = vi.spyOn(globalThis, "setTimeout");
  await listUsers(
    createIamClient({ token: "any", fetch: async () => Response.json({ data: {} }), timeoutMs: 2 ** 40 }),
  );
  expect(setTimeout.mock.calls.map(([, delayMs]) => delayMs)).toEqual([2 ** 31 - 1]);
  expect(vi.getTimerCount()).toBe(0);
});

describe("the token", () => {
  const SECRET = "sgp_never_to_be_seen";

  it.each<[string, string, Interceptor[]]>([
    ["a raw path that turns the host into a user name", "@evil.example/users", []],
    ["a raw path that extends the host name", ".evil.example/users", []],
    [
      "an interceptor that changes the host",
      "/users",
      [(next) => (context) => next({ ...context, url: "https://evil.example/users" })],
    ],
  ])("is not sent to another server: %s", async (_, path, interceptors) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const iam = createIamClient({ token: SECRET, fetch, interceptors });
    await expect(iam.GET(path as "/users")).rejects.toMatchObject({ name: "InputError", field: "url" });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("is not sent to the target of a redirect", async () => {
    const elsewhere = await serve((response) => json(response, 200, { data: {} }));
    const server = await serve((response) => response.writeHead(307, { location: `${elsewhere.url}/users` }).end());
    const iam = createIamClient({ token: SECRET, baseUrl: server.url });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "ApiError", status: 307 });
    expect(elsewhere.requests).toHaveLength(0);
  });

  it("is not redacted in a success", async () => {
    const server = await serve((response) => json(response, 200, { data: { users: [{ id: SECRET }] } }));
    expect(await listUsers(createIamClient({ token: SECRET, baseUrl: server.url }))).toEqual({
      users: [{ id: SECRET }],
    });
  });
});
