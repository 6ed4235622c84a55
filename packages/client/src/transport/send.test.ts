import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { IamError } from "../errors/iam-error.ts";
import { createInvites, listUsers } from "../generated/operations.ts";
import { json, serve } from "../test-utils/serve.ts";
import type { Interceptor } from "../interceptor.ts";

it("asks a provider again after one 401, and sends the same body", async () => {
  const server = await serve((response, { headers }) =>
    headers.authorization === "Bearer second" ? json(response, 201, { data: { emails: [] } }) : json(response, 401, {}),
  );
  const token = vi.fn<() => Promise<string>>().mockResolvedValueOnce("first").mockResolvedValueOnce("second");
  const iam = createIamClient({ token, baseUrl: server.url });

  await createInvites(iam, { invites: [{ email: "a@example.com" }] });

  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer first", "Bearer second"]);
  expect(server.requests.map(({ body }) => body)).toEqual(Array(2).fill('{"invites":[{"email":"a@example.com"}]}'));
});

it("gives up after the second 401", async () => {
  const server = await serve((response) => json(response, 401, {}));
  const token = vi.fn(() => "expired");
  await expect(listUsers(createIamClient({ token, baseUrl: server.url }))).rejects.toMatchObject({
    status: 401,
    attempts: 2,
  });
  expect(token).toHaveBeenCalledTimes(2);
});

it("takes one 401 for an answer when the token cannot change", async () => {
  const server = await serve((response) => json(response, 401, {}));
  const iam = createIamClient({ token: "fixed", baseUrl: server.url });
  await expect(listUsers(iam)).rejects.toMatchObject({ status: 401, attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

it("sends nothing when the provider has no token", async () => {
  const server = await serve((response) => json(response, 200, {}));
  const iam = createIamClient({ token: () => "", baseUrl: server.url });
  await expect(listUsers(iam)).rejects.toMatchObject({ name: "ConfigError" });
  expect(server.requests).toHaveLength(0);
});

it("hands out what a provider throws as it is", async () => {
  const failure = new Error("vault is sealed");
  const token = () => {
    throw failure;
  };
  await expect(listUsers(createIamClient({ token }))).rejects.toBe(failure);
});

it("gives Deno no copy of a body, which it would send again by itself, but the same bytes", async () => {
  const server = await serve((response) => json(response, 201, { data: { emails: [] } }));
  const send = vi.fn<typeof globalThis.fetch>((url, init) => fetch(url, init));
  const iam = createIamClient({ token: "fixed", baseUrl: server.url, fetch: send });
  const write = () => createInvites(iam, { invites: [{ email: "é@example.com" }] });

  await write();
  vi.stubGlobal("Deno", {});
  await write().finally(() => vi.unstubAllGlobals());

  expect(send.mock.calls.map(([, init]) => init?.body)).toEqual([expect.any(String), expect.any(Blob)]);
  const [elsewhere, inDeno] = server.requests;
  expect(inDeno?.body).toBe(elsewhere?.body);
  for (const name of ["content-type", "content-length"]) expect(inDeno?.headers[name]).toBe(elsewhere?.headers[name]);
});

describe("the token", () => {
  const SECRET = "sgp_never_to_be_seen";

  it.each<[string, string, Interceptor[]]>([
    ["a raw path that makes the host a user name", "@evil.example/users", []],
    ["a raw path that lengthens the host's name", ".evil.example/users", []],
    [
      "a layer that sends a call elsewhere",
      "/users",
      [(next) => (context) => next({ ...context, url: "https://evil.example/users" })],
    ],
  ])("goes nowhere but to the client's own server: %s", async (_, path, interceptors) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const iam = createIamClient({ token: SECRET, fetch, interceptors });
    await expect(iam.GET(path as "/users")).rejects.toMatchObject({ name: "InputError", field: "url" });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("does not follow a redirect", async () => {
    const elsewhere = await serve((response) => json(response, 200, { data: {} }));
    const server = await serve((response) => response.writeHead(307, { location: `${elsewhere.url}/users` }).end());
    const iam = createIamClient({ token: SECRET, baseUrl: server.url });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "ApiError", status: 307 });
    expect(elsewhere.requests).toHaveLength(0);
  });

  it.each<[string, number, string, string]>([
    [
      "an error in the API's words",
      401,
      "application/json",
      JSON.stringify({ errors: [{ type: "x", message: `${SECRET} is wrong` }] }),
    ],
    ["a page that is no success", 502, "text/html", `<p>${SECRET}</p>`],
    ["a page that is one", 200, "text/html", `<p>${SECRET}</p>`],
    ["JSON that is cut off", 200, "application/json", `{"data":"${SECRET}`],
    ["an envelope without data", 200, "application/json", `{"echo":"${SECRET}"}`],
  ])("is in no error when the answer repeats it: %s", async (_, status, type, body) => {
    const server = await serve((response) => response.writeHead(status, { "content-type": type }).end(body));
    const failure = await listUsers(createIamClient({ token: SECRET, baseUrl: server.url })).catch((error) => error);
    expect(failure).toBeInstanceOf(IamError);
    expect(inspect(failure, { depth: Infinity, showHidden: true }) + JSON.stringify(failure)).not.toContain(SECRET);
  });

  it.each([
    ["its message", (held: string) => new TypeError(`could not send ${held}`)],
    ["its cause", (held: string) => new TypeError("fetch failed", { cause: new Error(held) })],
  ])("is in no error when fetch fails and repeats it in %s", async (_, failWith) => {
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      throw failWith(JSON.stringify(init?.headers));
    };
    const failure = await listUsers(createIamClient({ token: SECRET, fetch })).catch((error) => error);
    expect(failure).toMatchObject({ name: "NetworkError", attempts: 1 });
    expect(inspect(failure, { depth: Infinity, showHidden: true }) + JSON.stringify(failure)).not.toContain(SECRET);
  });

  it("leaves a success as it is, whatever it holds", async () => {
    const server = await serve((response) => json(response, 200, { data: { users: [{ id: SECRET }] } }));
    expect(await listUsers(createIamClient({ token: SECRET, baseUrl: server.url }))).toEqual({
      users: [{ id: SECRET }],
    });
  });
});
