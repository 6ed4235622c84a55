import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { describe, expect, it, vi } from "vitest";
import { setUp, TOKEN, type SetUpOptions } from "../test-utils/set-up.ts";

/** A proxy for several tenants, in front of an API that echoes the token and allows one call for each token. */
function setUpTenants(options?: SetUpOptions) {
  const calls = new Map<string, number>();
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const sent = new Headers(init?.headers).get("authorization") ?? "";
    calls.set(sent, (calls.get(sent) ?? 0) + 1);
    const date = new Date();
    const headers = {
      date: date.toUTCString(),
      "x-ratelimit-consumed": "1",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": new Date(date.getTime() + 60_000).toUTCString(),
    };
    return Response.json({ data: { sent } }, { headers });
  };
  const token = vi.fn((request: Request, actor?: string) => `sgp_${actor}_${request.headers.get("x-tenant")}`);
  const { send } = setUp({
    fetch,
    token,
    authorize: (request) => ({ actor: `user-of-${request.headers.get("x-tenant")}` }),
    interceptors: () => [rateLimit({ maxWaitMs: 0 })],
    ...options,
  });
  return { calls, token, get: (tenant: string) => send("/api/iam/users", { headers: { "x-tenant": tenant } }) };
}

describe("a token function", () => {
  it("receives the request and the actor", async () => {
    const { get, calls } = setUpTenants();
    await get("a");
    await get("b");
    expect([...calls.keys()]).toEqual(["Bearer sgp_user-of-a_a", "Bearer sgp_user-of-b_b"]);
  });

  it("gives each token its own rate limiter", async () => {
    const { get } = setUpTenants();
    expect([(await get("a")).status, (await get("a")).status, (await get("b")).status]).toEqual([200, 429, 200]);
  });

  it("redacts the token of each call, with any number of tenants in flight", async () => {
    const { get } = setUpTenants();
    const responses = await Promise.all(Array.from({ length: 50 }, (_, index) => get(`tenant${index}`)));
    for (const response of responses) expect(await response.json()).toEqual({ data: { sent: "Bearer [redacted]" } });
  });

  it("keeps the clients of the 1,000 most recently used tokens", async () => {
    const interceptors = vi.fn(() => []);
    const { get } = setUpTenants({ interceptors });
    const created = async (tenant: string) => {
      const before = interceptors.mock.calls.length;
      await get(tenant);
      return interceptors.mock.calls.length - before;
    };
    for (let index = 0; index < 1_000; index++) expect(await created(`t${index}`)).toBe(1);
    expect([await created("t0"), await created("new"), await created("t0"), await created("t1")]).toEqual([0, 1, 0, 1]);
  });

  it("is called again on a 401, and the call is repeated with another token", async () => {
    const tokens = ["sgp_expired", "sgp_secret"];
    const { send, workspace } = setUp({ token: () => tokens.shift() });
    expect((await send("/api/iam/users")).status).toBe(200);
    expect(workspace.requests.map(({ status }) => status)).toEqual([401, 200]);
  });

  it("is called again on a 401, but the call is not repeated with the same token", async () => {
    const { send, workspace } = setUp({ token: () => "sgp_expired" });
    expect((await send("/api/iam/users")).status).toBe(401);
    expect(workspace.requests).toHaveLength(1);
  });

  it.each([
    [undefined, "The token function returned no token"],
    ["", "The token function returned no token"],
    [null, "The token function must return a string"],
    [42, "The token function must return a string"],
    ["not a token", "invalid characters"],
  ])("responds with a generic 500 if it returns %j, and recovers on the next call", async (invalid, reason) => {
    const onError = vi.fn<(error: unknown) => void>();
    const token = vi.fn<() => string>(() => TOKEN).mockReturnValueOnce(invalid as never);
    const { send, workspace } = setUp({ token, onError });
    const failed = await send("/api/iam/users");
    expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining("token")]);
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ name: "ConfigError", message: expect.stringContaining(reason) }),
      expect.any(Request),
      failed.headers.get("x-request-id"),
    );
    expect(workspace.requests).toEqual([]);
    expect((await send("/api/iam/users")).status).toBe(200);
  });

  it("is called only for calls that authorize allows", async () => {
    const token = vi.fn(() => "sgp_secret");
    const { send } = setUp({ token, authorize: () => false });
    expect((await send("/api/iam/users")).status).toBe(403);
    expect(token).not.toHaveBeenCalled();
  });
});
