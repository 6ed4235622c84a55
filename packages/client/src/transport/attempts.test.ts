import { afterEach, expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { getUser } from "../generated/operations.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const answering = () => vi.fn<typeof globalThis.fetch>(async () => Response.json({ data: { user: {} } }));
const userId = "u1";

it("asks a provider of tokens once for each attempt", async () => {
  const token = vi.fn(() => "sgp_secret");
  const fetch = answering();
  await getUser(createIamClient({ token, fetch }), { userId });
  expect([token.mock.calls.length, fetch.mock.calls.length]).toEqual([1, 1]);
});

it("says where an interceptor led a request away to", async () => {
  const fetch = answering();
  const away = createIamClient({
    token: "sgp_secret",
    fetch,
    interceptors: [(next) => (context) => next({ ...context, url: "https://evil.example/users" })],
  });
  await expect(getUser(away, { userId })).rejects.toThrow("url must start with https://api.segmentapis.com/");
  expect(fetch).not.toHaveBeenCalled();
});

it("leaves no timer behind, and never sets one that no platform can hold", async () => {
  vi.useFakeTimers();
  const setTimeout = vi.spyOn(globalThis, "setTimeout");
  await getUser(createIamClient({ token: "sgp_secret", fetch: answering() }), { userId }, { timeoutMs: 2 ** 40 });
  expect(setTimeout.mock.calls.map(([, delayMs]) => delayMs)).toEqual([2 ** 31 - 1]);
  expect(vi.getTimerCount()).toBe(0);
});

it.each(["GET", "POST", "PUT", "PATCH", "DELETE"] as const)("makes raw calls with %s", async (method) => {
  const fetch = answering();
  const raw = createIamClient({ baseUrl: "https://proxy.example/iam//", fetch })[method] as (
    path: string,
  ) => Promise<unknown>;
  await raw("/users");
  expect(fetch.mock.calls[0]?.[0]).toBe("https://proxy.example/iam/users");
  expect(fetch.mock.calls[0]?.[1]?.method).toBe(method);
});
