import { expect, it, onTestFinished, vi } from "vitest";
import { setUp, type SetUpOptions } from "../test-utils/set-up.ts";

const hang = () => new Promise<never>(() => {});

it.each<[number, string, SetUpOptions, RequestInit | undefined]>([
  [408, "the body", {}, postOf(new ReadableStream())],
  [504, "authorize", { authorize: hang }, undefined],
  [504, "the token function", { token: hang }, undefined],
  [504, "the API", { fetch: hang }, undefined],
  [504, "the body of the API's response", { fetch: async () => new Response(new ReadableStream()) }, undefined],
])("responds with %i if %s does not settle within timeoutMs", async (status, _, options, init) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { send } = setUp({ timeoutMs: 1_000, ...options });
  let response: Response | undefined;
  const call = send(init ? "/api/iam/invites" : "/api/iam/users", init).then((received) => (response = received));
  await vi.advanceTimersByTimeAsync(999);
  expect(response).toBe(undefined);
  await vi.advanceTimersByTimeAsync(1);
  await call;
  expect(response?.status).toBe(status);
  expect(await response?.json()).toEqual({ errors: [{ type: expect.any(String), message: expect.any(String) }] });
  expect(vi.getTimerCount()).toBe(0);
});

it("cancels a request body that stalls", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const cancel = vi.fn<() => void>();
  const call = setUp().send("/api/iam/invites", postOf(new ReadableStream({ cancel })));
  await vi.advanceTimersByTimeAsync(10_000);
  const { status, headers } = await call;
  expect([status, headers.get("connection")]).toEqual([408, "close"]);
  expect(cancel).toHaveBeenCalledOnce();
});

it("leaves no timer after a successful call", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const options = { authorize: async () => true, token: async () => "sgp_secret" };
  expect((await setUp(options).send("/api/iam/users")).status).toBe(200);
  expect(vi.getTimerCount()).toBe(0);
});

function postOf(body: ReadableStream): RequestInit & { duplex: string } {
  return { method: "POST", body, headers: { "content-type": "application/json" }, duplex: "half" };
}
