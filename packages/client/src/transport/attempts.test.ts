import { afterEach, expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { getUser } from "../generated/operations.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const createFetch = () => vi.fn<typeof globalThis.fetch>(async () => Response.json({ data: { user: {} } }));
const userId = "u1";

it("calls a token function once for each attempt", async () => {
  const token = vi.fn(() => "sgp_secret");
  const fetch = createFetch();
  await getUser(createIamClient({ token, fetch }), { userId });
  expect([token.mock.calls.length, fetch.mock.calls.length]).toEqual([1, 1]);
});

it("rejects a request that an interceptor sends to another server", async () => {
  const fetch = createFetch();
  const iam = createIamClient({
    token: "sgp_secret",
    fetch,
    interceptors: [(next) => (context) => next({ ...context, url: "https://evil.example/users" })],
  });
  await expect(getUser(iam, { userId })).rejects.toThrow("url must start with https://api.segmentapis.com/");
  expect(fetch).not.toHaveBeenCalled();
});

it("clears the timer of an attempt, and caps its delay at the maximum of setTimeout", async () => {
  vi.useFakeTimers();
  const setTimeout = vi.spyOn(globalThis, "setTimeout");
  await getUser(createIamClient({ token: "sgp_secret", fetch: createFetch() }), { userId }, { timeoutMs: 2 ** 40 });
  expect(setTimeout.mock.calls.map(([, delayMs]) => delayMs)).toEqual([2 ** 31 - 1]);
  expect(vi.getTimerCount()).toBe(0);
});

it.each(["GET", "POST", "PUT", "PATCH", "DELETE"] as const)("sends raw calls with the method %s", async (method) => {
  const fetch = createFetch();
  const raw = createIamClient({ baseUrl: "https://proxy.example/iam//", fetch })[method] as (
    path: string,
  ) => Promise<unknown>;
  await raw("/users");
  expect(fetch.mock.calls[0]?.[0]).toBe("https://proxy.example/iam/users");
  expect(fetch.mock.calls[0]?.[1]?.method).toBe(method);
});
